// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "domain/feedstatus.h"
#include "domain/watchlist.h"
#include "tape/gapfill.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace flowglass::session {

// What happens to the pipeline between two frames. It must take effect at the same place of the stream live
// and replayed, so it travels with the frames and is recorded with them.
struct LearntBaselines
{
    QByteArray text; // as Engine::saveBaselines() gave it; of use before the first trade only
    bool operator==(const LearntBaselines&) const = default;
};

// Trades that the feed missed, fetched afterwards: a part of those of one gap, in the order in which they belong
// there. The last part says how the fetching ended.
struct Backfill
{
    struct Row
    {
        std::uint32_t ticker = 0; // of tickers
        domain::Trade trade;      // its contract does not count
        bool operator==(const Row&) const = default;
    };
    domain::UnixMs from; // of the gap
    domain::UnixMs to;
    std::vector<std::string> tickers;
    std::vector<Row> rows;
    struct Outcome
    {
        tape::GapFill::State state = tape::GapFill::State::Failed;
        bool judged = false; // enough is there for the detectors
        QString reason;
        tape::GapFill::Check check = tape::GapFill::Check::None;
        bool operator==(const Outcome&) const = default;
    };
    std::optional<Outcome> outcome;
    bool unusual = false; // the rows were found by a check for unusual trades, and are not judged
    // At any time of the gap: rows of what it names go on the tape. Empty, as in older recordings or when something
    // else is to be watched than was: by the list of now.
    std::optional<domain::WatchList> watch = std::nullopt;
    bool operator==(const Backfill&) const = default;
};

// From here on the anomalies are those of all stored trades, the fetched ones at their place.
struct JudgedAgain
{
    bool operator==(const JudgedAgain&) const = default;
};

using StreamEvent =
    std::variant<domain::FeedGap, domain::WatchList, detect::Settings, LearntBaselines, Backfill, JudgedAgain>;

} // namespace flowglass::session
