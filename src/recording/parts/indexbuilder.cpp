// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/parts/indexbuilder.h"

#include <algorithm>
#include <cstring>

namespace flowglass::recording {

namespace {

// As the provider writes it; a search for the type of each event would need a parser.
constexpr QByteArrayView kTrade(R"("ev":"T")");
constexpr qsizetype kLetter = 6; // the T, the rarest of them: looking for it alone is several times quicker

quint32 tradesIn(QByteArrayView line)
{
    quint32 count = 0;
    for (qsizetype at = kLetter; at < line.size(); ++at) {
        const void* hit = std::memchr(line.data() + at, kTrade[kLetter], std::size_t(line.size() - at));
        if (!hit)
            break;
        at = static_cast<const char*>(hit) - line.data();
        count += line.sliced(at - kLetter).startsWith(kTrade) ? 1U : 0U;
    }
    return count;
}

std::optional<domain::FeedGap> gapIn(QByteArrayView line)
{
    const std::optional<Entry> entry = parseLine(line);
    const auto* event = entry ? std::get_if<EventEntry>(&*entry) : nullptr;
    if (!event || event->kind != QLatin1String("gap"))
        return std::nullopt;
    const domain::UnixMs from{event->data.value(QLatin1String("from_ms")).toInteger()};
    const domain::UnixMs to{event->data.value(QLatin1String("to_ms")).toInteger()};
    // The other way round when the clock was set back during a gap; a replay reads it like this too.
    return domain::FeedGap{from, std::max(from, to), event->data.value(QLatin1String("reason")).toString()};
}

} // namespace

void IndexBuilder::add(QByteArrayView line, domain::UnixNs time)
{
    if (const std::optional<qint64> offset = std::exchange(m_offset, std::nullopt))
        m_index.blocks.push_back({*offset, time, time, 0, 0});
    RecordingIndex::Block& block = m_index.blocks.back();
    block.last = time;
    if (!isEventLine(line)) {
        ++block.frames;
        block.trades += tradesIn(line);
    } else if (const std::optional<domain::FeedGap> gap = gapIn(line)) {
        add(*gap);
    }
}

void IndexBuilder::addBlock(qint64 offset, QByteArrayView text)
{
    beginBlock(offset);
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = text.first(end);
        if (const std::optional<domain::UnixNs> time = lineTime(line))
            add(line, *time);
        text = text.sliced(end + 1);
    }
}

} // namespace flowglass::recording
