// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "recording/entry.h"
#include "recording/recordingheader.h"

namespace flowglass::fuzz {

namespace {

QByteArray written(const recording::Entry& entry)
{
    QByteArray line;
    if (const auto* frame = std::get_if<recording::FrameEntry>(&entry))
        recording::appendLine(line, frame->text, frame->received);
    else
        recording::appendLine(line, std::get<recording::EventEntry>(entry));
    line.chop(1);
    return line;
}

const char* checkHeader(const QByteArray& line)
{
    const auto header = recording::parseHeaderLine(line);
    if (!header)
        return header.error().text.isEmpty() ? "an error says something" : nullptr;
    const auto again = recording::parseHeaderLine(recording::headerLine(*header));
    return again && *again == *header ? nullptr : "a header is read as it is written";
}

} // namespace

const char* entries(Input input)
{
    const QByteArray line = bytesOf(input);
    if (line.contains('\n'))
        return nullptr;
    if (line.startsWith('{'))
        return checkHeader(line);
    const auto entry = recording::parseLine(line);
    if (!entry)
        return nullptr;
    if (recording::lineTime(line) != timeOf(*entry))
        return "the time of a line is that of its entry";
    const auto again = recording::parseLine(written(*entry));
    return again && *again == *entry ? nullptr : "an entry is read as it is written";
}

} // namespace flowglass::fuzz
