// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/traderouter.h"

#include <algorithm>

namespace flowglass::session {

TradeRouter::TradeRouter(WatchCache& watch, tape::TradeStore& store, detect::Engine& engine,
                         domain::Counters& counters)
    : m_watch(watch), m_store(store), m_engine(engine), m_counters(counters)
{
}

std::span<const std::uint32_t> TradeRouter::route(const domain::Trade& trade)
{
    ++m_counters.events;
    ++m_counters.trades;
    if (m_ledger.isRepeat(trade.contract, trade.sequence, m_newYork.day(trade.time()))) {
        ++m_counters.duplicates;
        return {};
    }
    const WatchCache::Verdict verdict = m_watch.verdict(trade.contract);
    if (verdict == WatchCache::Verdict::Unwatched) {
        ++m_counters.unwatched;
        return {};
    }
    ++m_counters.watched;
    ++m_counters.stored;
    countOrder(trade);
    if (!trade.conditions.isEmpty() && domain::traitsOf(trade.conditions).cancel)
        ++m_counters.cancels;
    const std::uint64_t row = m_store.append(trade);
    m_counters.evicted = m_store.evicted();
    if (verdict != WatchCache::Verdict::Judged)
        return {};
    const std::span<const std::uint32_t> updated = m_engine.judge(trade, row);
    if (!updated.empty()) {
        m_counters.anomalies = m_engine.count();
        m_counters.flagged = m_engine.flaggedPrints();
    }
    return updated;
}

void TradeRouter::countOrder(const domain::Trade& trade)
{
    const std::size_t index = trade.contract.value;
    if (index >= m_highest.size())
        m_highest.resize(std::max(index + 1, m_highest.size() * 2));
    if (trade.time() < m_highest[index])
        ++m_counters.outOfOrder;
    else
        m_highest[index] = trade.time();
}

} // namespace flowglass::session
