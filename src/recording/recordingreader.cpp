// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recordingreader.h"

#include "recording/parts/linereader.h"

#include <QCoreApplication>

namespace flowglass::recording {

namespace {

constexpr qsizetype kTextPerRead = qsizetype(256) << 10;

EventEntry gapEvent(const domain::FeedGap& gap, domain::UnixNs time)
{
    return {time,
            QStringLiteral("gap"),
            {{QStringLiteral("from_ms"), qint64(gap.from.value)},
             {QStringLiteral("to_ms"), qint64(gap.to.value)},
             {QStringLiteral("reason"), gap.reason}}};
}

} // namespace

RecordingReader::RecordingReader(std::unique_ptr<LineReader> lines) : m_lines(std::move(lines)) {}

RecordingReader::~RecordingReader() = default;

domain::Result<std::unique_ptr<RecordingReader>> RecordingReader::open(const QString& path)
{
    domain::Result<std::unique_ptr<LineReader>> lines = LineReader::open(path);
    if (!lines)
        return lines.error();
    return std::unique_ptr<RecordingReader>(new RecordingReader(std::move(lines).value()));
}

domain::Result<std::unique_ptr<RecordingReader>> RecordingReader::open(std::unique_ptr<QIODevice> device,
                                                                       const QString& name)
{
    domain::Result<std::unique_ptr<LineReader>> lines = LineReader::open(std::move(device), name);
    if (!lines)
        return lines.error();
    return std::unique_ptr<RecordingReader>(new RecordingReader(std::move(lines).value()));
}

const RecordingHeader& RecordingReader::header() const
{
    return m_lines->header();
}

domain::Result<bool> RecordingReader::read(std::vector<Entry>& out)
{
    const std::size_t before = out.size();
    for (qsizetype text = 0; text < kTextPerRead;) {
        const std::optional<RecordedLine> line = m_lines->next();
        if (!line)
            break;
        text += line->text.size();
        if (line->gap)
            out.emplace_back(gapEvent(*line->gap, line->time));
        if (std::optional<Entry> entry = parseLine(line->text))
            out.push_back(std::move(*entry));
        else if (!isEventLine(line->text))
            m_lines->reject();
    }
    return out.size() > before || !m_lines->atEnd();
}

std::vector<Loss> RecordingReader::losses() const
{
    return m_lines->losses();
}

qint64 RecordingReader::done() const
{
    return m_lines->done();
}

qint64 RecordingReader::total() const
{
    return m_lines->total();
}

domain::Result<bool> RecordingReader::seek(qint64 offset)
{
    if (offset < 0 || offset > total())
        return domain::Error{
            domain::Error::Code::Unreadable, QStringLiteral("no block at offset %1").arg(offset),
            QCoreApplication::translate("flowglass::recording", "There is no such place in this recording")};
    m_lines->seek(offset);
    return true;
}

} // namespace flowglass::recording
