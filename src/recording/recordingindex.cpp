// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recordingindex.h"

#include "recording/parts/indexbuilder.h"
#include "recording/parts/indexfile.h"
#include "recording/parts/linereader.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace flowglass::recording {

namespace {

constexpr qint64 kProgressBytes = qint64(64) << 10;

void add(IndexBuilder& builder, const RecordedLine& line)
{
    if (line.block)
        builder.beginBlock(*line.block);
    if (line.gap)
        builder.add(*line.gap);
    builder.add(line.text, line.time);
}

domain::Result<RecordingIndex> build(LineReader& lines, const Progress& progress)
{
    IndexBuilder builder;
    qint64 told = 0;
    while (!lines.atEnd()) {
        const std::optional<RecordedLine> line = lines.next();
        if (line)
            add(builder, *line);
        if (line && lines.done() - told < kProgressBytes)
            continue;
        told = lines.done();
        if (progress && !progress(told, lines.total()))
            return domain::Error{domain::Error::Code::Cancelled, QStringLiteral("index not built"),
                                 QCoreApplication::translate("flowglass::recording", "Cancelled")};
    }
    builder.index().losses = lines.losses();
    return builder.index();
}

} // namespace

domain::UnixNs RecordingIndex::first() const
{
    return blocks.empty() ? domain::UnixNs{} : blocks.front().first;
}

domain::UnixNs RecordingIndex::last() const
{
    return blocks.empty() ? domain::UnixNs{} : blocks.back().last;
}

quint64 RecordingIndex::frames() const
{
    return std::accumulate(blocks.begin(), blocks.end(), quint64(0),
                           [](quint64 sum, const Block& block) { return sum + block.frames; });
}

quint64 RecordingIndex::trades() const
{
    return std::accumulate(blocks.begin(), blocks.end(), quint64(0),
                           [](quint64 sum, const Block& block) { return sum + block.trades; });
}

const RecordingIndex::Block& RecordingIndex::blockAt(domain::UnixNs time) const
{
    // From the end: a clock that was set back leaves the times out of order.
    const auto found = std::find_if(blocks.rbegin(), blocks.rend(),
                                    [time](const Block& block) { return block.first.value <= time.value; });
    return found == blocks.rend() ? blocks.front() : *found;
}

QString indexPath(const QString& recording)
{
    return recording + QStringLiteral(".idx");
}

domain::Result<RecordingIndex> loadIndex(const QString& recording, const Progress& progress)
{
    const std::optional<RecordingIdentity> identity = identityOf(recording);
    if (identity) {
        if (std::optional<RecordingIndex> kept = readIndex(recording, *identity))
            return *std::move(kept);
    }
    const domain::Result<std::unique_ptr<LineReader>> lines = LineReader::open(recording);
    if (!lines)
        return lines.error();
    domain::Result<RecordingIndex> index = build(**lines, progress);
    if (index && identity)
        writeIndex(recording, *identity, *index);
    return index;
}

} // namespace flowglass::recording
