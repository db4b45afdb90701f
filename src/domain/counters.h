// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::domain {

// Counted over the whole run. The identities that always hold:
//   events = trades + rejected + status + other
//   trades = watched + unwatched + duplicates
//   watched = stored
struct Counters
{
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
    std::uint64_t events = 0;
    std::uint64_t status = 0;
    std::uint64_t other = 0;    // events of a kind that is not used (quotes, bars)
    std::uint64_t trades = 0;
    std::uint64_t rejected = 0; // events that cannot be read or carry impossible values
    std::uint64_t rounded = 0;  // prices with more than four decimals
    std::uint64_t duplicates = 0;
    std::uint64_t outOfOrder = 0;
    std::uint64_t cancels = 0;
    std::uint64_t watched = 0;
    std::uint64_t unwatched = 0;
    std::uint64_t stored = 0;
    std::uint64_t backfilled = 0; // of the trades stored: fetched after a gap, counted as events and trades too
    std::uint64_t evicted = 0;
    std::uint64_t malformedSymbols = 0; // trades whose symbol cannot be read
    std::uint64_t flagged = 0;          // prints that stand in open anomalies: the rows of the CSV
    std::uint64_t anomalies = 0;
    std::uint64_t reconnects = 0;
    std::uint64_t gaps = 0;
    std::uint64_t gapMs = 0;
    std::uint64_t recordedFrames = 0;
    std::uint64_t backlogPeak = 0; // frames

    bool balanced() const
    {
        return events == trades + rejected + status + other && trades == watched + unwatched + duplicates
               && watched == stored;
    }
    bool operator==(const Counters&) const = default;
};

// The REST side, counted by the contract service.
struct RequestCounters
{
    std::uint64_t requests = 0;  // contracts asked for that went to the network
    std::uint64_t coalesced = 0; // joined one already under way
    std::uint64_t cacheHits = 0;
    std::uint64_t failed = 0;
    std::uint64_t rateLimited = 0; // answers 429
    bool operator==(const RequestCounters&) const = default;
};

} // namespace flowglass::domain
