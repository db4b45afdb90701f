// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/time/unixtime.h"

#include <QHash>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace flowglass::contracts {

// Which trades are missing: those of `underlyings` between two event times, both included.
struct GapOrder
{
    enum class What {
        Trades, // all
        Unusual // those that the provider calls unusual: large, or an intermarket sweep
    };
    quint64 id = 0;
    domain::UnixMs from;
    domain::UnixMs to;
    // Roots (`NVDA`, with its adjusted forms NVDA1 …; `SPXW`) or single contracts (`O:NVDA261218C00150000`).
    // Unusual trades may be of `*`, too.
    QStringList underlyings;
    What what = What::Trades;
    // Roots of which the feed told a trade at `to` or later: a chain that knows of none so late is an old one.
    QStringList heardBehind = {};
    // Contracts that are known, by the root of `underlyings`. A chain lists those only that have not expired: these
    // are asked for, too, when it leaves them out.
    QHash<QString, QStringList> known = {};
};

struct GapProgress
{
    enum class State { Listing, Fetching, WaitingForLimit };
    quint64 order = 0;
    State state = State::Listing;
    int done = 0;  // contracts answered or failed
    int known = 0; // contracts that may have traded; final when Listing is over
    domain::UnixMs until; // wall time; of WaitingForLimit
    bool operator==(const GapProgress&) const = default;
};

struct GapOutcome
{
    bool complete = false; // every contract that may have traded has answered
    int asked = 0;         // contracts that answered; for unusual trades underlyings
    int badRows = 0;       // prints or contracts of the answers that could not be read
    // Roots and contracts without an answer, failed or not reached; may be ordered again as they are.
    QStringList missing;
    std::optional<domain::Error> error; // the one that ended it, else the first
};

struct GapFetchConfig
{
    int maxInFlight = 2;
    std::chrono::milliseconds pageTimeout{30'000};
    qint64 maxPageBytes = qint64(32) * 1024 * 1024; // 50,000 trades take 9 MB
    int tradesPerPage = 50'000;
    int rowsPerTurn = 2'000; // of one turn of the event loop, some 2 ms
    int maxChainPages = 200; // of 250 contracts
    int maxTradePages = 20;
    int unusualPerPage = 1'000; // the provider's most is not known; all its lists take so many
    int maxUnusualPages = 100;
    int retriesPerPage = 3;
    int retryBudget = 40; // of one order, waits at the limit included
    std::chrono::milliseconds firstRetry{500}; // doubled for each further one
    std::chrono::milliseconds oldChainRetry{20'000}; // once, of a chain that is older than the end of the gap
};

} // namespace flowglass::contracts
