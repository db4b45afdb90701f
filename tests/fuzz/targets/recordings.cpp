// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "recording/recordingreader.h"

#include <QBuffer>

namespace flowglass::fuzz {

namespace {

constexpr std::size_t kMostText = 128 * 1024; // of one block that is not compressed

// The text as a zstd frame of one stored block, so that the fuzzer reaches the lines behind the compression.
QByteArray stored(const QByteArray& text)
{
    QByteArray frame("\x28\xB5\x2F\xFD", 4);
    const auto size = std::uint32_t(text.size());
    const auto append = [&frame](std::uint32_t value, int bytes) {
        for (; bytes > 0; --bytes, value >>= 8)
            frame += char(value & 0xFF);
    };
    append(0xA0, 1); // one segment, content size of four bytes, no checksum
    append(size, 4);
    append(size << 3 | 1U, 3); // the last block, stored
    return frame + text;
}

} // namespace

// The first byte: whether the rest is a file as it lies on the disk, or the text of one or two blocks.
const char* recordings(Input input)
{
    if (input.empty() || input.size() > kMostText)
        return nullptr;
    const QByteArray rest = bytesOf(input.subspan(1));
    QByteArray file = rest;
    if (input[0] % 3 == 1)
        file = stored(rest);
    else if (input[0] % 3 == 2)
        file = stored(rest.first(rest.size() / 2)) + stored(rest.sliced(rest.size() / 2));
    auto device = std::make_unique<QBuffer>();
    device->setData(file);
    device->open(QIODevice::ReadOnly);
    const auto reader = recording::RecordingReader::open(std::move(device), QStringLiteral("fuzz"));
    if (!reader)
        return reader.error().text.isEmpty() ? "an error says something" : nullptr;
    std::vector<recording::Entry> entries;
    for (int reads = 0; reads < 1'000; ++reads) {
        const auto more = (*reader)->read(entries);
        if (!more)
            return "what was opened can be read to its end";
        if (!*more)
            return nullptr;
        for (const recording::Entry& entry : entries) {
            if (timeOf(entry).value < 0)
                return "times are not negative";
        }
        entries.clear();
    }
    return "reading ends";
}

} // namespace flowglass::fuzz
