// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/routing/traderouter.h"

#include "domain/filter/unusualtrades.h"

namespace flowglass::session {

TradeRouter::TradeRouter(WatchCache& watch, tape::TradeStore& store, detect::Engine& engine,
                         domain::Counters& counters)
    : m_watch(watch), m_store(store), m_engine(engine), m_counters(counters)
{
}

std::span<const std::uint32_t> TradeRouter::route(const domain::Trade& trade)
{
    const bool isRepeat = isNumberedRepeat(trade) || m_fetched.strike(trade);
    const WatchCache::Verdict verdict = admit(trade, isRepeat, m_watch.verdict(trade.contract));
    if (verdict == WatchCache::Verdict::Unwatched)
        return {};
    if (trade.time() < m_store.totals(trade.contract).newest)
        ++m_counters.outOfOrder;
    const std::uint64_t row = m_store.append(trade);
    m_counters.evicted = m_store.evicted();
    if (verdict != WatchCache::Verdict::Judged)
        return {};
    return judge(trade, row);
}

void TradeRouter::fetched(const domain::Trade& trade, std::optional<std::size_t> gap, bool unusual,
                          const domain::WatchList* watch)
{
    using Verdict = WatchCache::Verdict;
    const Verdict given = watch == nullptr                                     ? m_watch.verdict(trade.contract)
                          : watch->watches(m_watch.contracts()[trade.contract]) ? Verdict::Shown
                                                                               : Verdict::Unwatched;
    if (admit(trade, isNumberedRepeat(trade), given) == Verdict::Unwatched)
        return;
    ++m_counters.backfilled;
    m_fetched.add(trade);
    m_store.appendFetched(trade, gap, unusual);
    m_counters.evicted = m_store.evicted();
}

bool TradeRouter::isNumberedRepeat(const domain::Trade& trade)
{
    return m_ledger.isRepeat(trade.contract, trade.sequence, m_newYork.day(trade.time()));
}

// Counts it, for what goes on the tape as stored. A repeat is as good as unwatched.
WatchCache::Verdict TradeRouter::admit(const domain::Trade& trade, bool isRepeat, WatchCache::Verdict verdict)
{
    ++m_counters.events;
    ++m_counters.trades;
    if (isRepeat) {
        ++m_counters.duplicates;
        return WatchCache::Verdict::Unwatched;
    }
    if (verdict == WatchCache::Verdict::Unwatched) {
        ++m_counters.unwatched;
        return verdict;
    }
    ++m_counters.watched;
    ++m_counters.stored;
    if (!trade.conditions.isEmpty() && domain::traitsOf(trade.conditions).cancel)
        ++m_counters.cancels;
    m_unusual += std::uint64_t(domain::isUnusualTrade(trade));
    return verdict;
}

std::span<const std::uint32_t> TradeRouter::judge(const domain::Trade& trade, std::uint64_t row)
{
    const std::span<const std::uint32_t> updated = m_engine.judge(trade, row);
    if (const std::optional<std::uint64_t> cancelled = m_engine.lastCancelled())
        m_store.takeBack(*cancelled);
    if (!updated.empty()) {
        m_counters.anomalies = m_engine.count();
        m_counters.flagged = m_engine.flaggedPrints();
    }
    return updated;
}

} // namespace flowglass::session
