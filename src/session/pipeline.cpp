// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/pipeline.h"

#include <algorithm>

namespace flowglass::session {

Pipeline::Pipeline(const PipelineConfig& config)
    : m_store(config.storeRows)
    , m_engine(m_contracts, config.detect)
    , m_watch(m_contracts, config.watch)
    , m_router(m_watch, m_store, m_engine, m_counters)
    , m_decoder(m_contracts)
{
}

void Pipeline::decode(QStringView frame, feed::DecodedFrame& out)
{
    domain::Counters decoded;
    m_decoder.decode(frame, out, decoded);
    m_counters.events += decoded.events - decoded.trades;
    m_counters.status += decoded.status;
    m_counters.other += decoded.other;
    m_counters.rejected += decoded.rejected;
    m_counters.rounded += decoded.rounded;
    m_counters.malformedSymbols += decoded.malformedSymbols;
}

void Pipeline::apply(const StreamEvent& event)
{
    std::visit([this](const auto& what) { apply(what); }, event);
}

void Pipeline::apply(const domain::FeedGap& gap)
{
    m_store.addGap(gap);
    ++m_counters.gaps;
    const std::chrono::milliseconds length = std::max(gap.to - gap.from, std::chrono::milliseconds(0));
    m_counters.gapMs += std::uint64_t(length.count());
    // The detectors live in event time, which a delayed feed has minutes behind the wall clock of the gap.
    if (m_newest.value != 0)
        m_engine.gap(m_newest, m_newest + length);
}

} // namespace flowglass::session
