// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "domain/counters.h"
#include "domain/time/markettime.h"
#include "session/routing/printset.h"
#include "session/routing/sequenceledger.h"
#include "session/routing/watchcache.h"
#include "tape/tradestore.h"

#include <cstdint>
#include <optional>
#include <span>

namespace flowglass::session {

// What happens to one decoded trade: repeat or not, watched or not, stored, judged. Counts every step so
// that the counters balance after each trade. Borrows the store, the engine and the counters. One thread.
class TradeRouter
{
public:
    TradeRouter(WatchCache& watch, tape::TradeStore& store, detect::Engine& engine,
                domain::Counters& counters);

    // Ids of the anomalies raised or updated by it, in order; valid until the next call.
    std::span<const std::uint32_t> route(const domain::Trade& trade);

    // The same for one that was fetched after a gap of the feed (of the store; empty: unknown), or found
    // by a check for unusual ones. It is not judged. `watch`: by which it is watched or not; null: by that of now.
    // When the feed tells it after all, that is a duplicate, numbered or not.
    void fetched(const domain::Trade& trade, std::optional<std::size_t> gap, bool unusual,
                 const domain::WatchList* watch);

    std::uint64_t unusual() const { return m_unusual; } // watched prints that the provider's plain rules would name

private:
    bool isNumberedRepeat(const domain::Trade& trade);
    WatchCache::Verdict admit(const domain::Trade& trade, bool isRepeat, WatchCache::Verdict verdict);
    std::span<const std::uint32_t> judge(const domain::Trade& trade, std::uint64_t row);

    WatchCache& m_watch;
    tape::TradeStore& m_store;
    detect::Engine& m_engine;
    domain::Counters& m_counters;
    domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    SequenceLedger m_ledger;
    PrintSet m_fetched; // not told by the feed so far
    std::uint64_t m_unusual = 0;
};

} // namespace flowglass::session
