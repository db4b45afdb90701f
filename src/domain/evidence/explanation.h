// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/evidence.h"

#include <optional>
#include <vector>

namespace flowglass::domain {

// Why there is no score.
enum class NotJudged : std::uint8_t {
    No, // it was judged
    // The print as a whole:
    Unknown,       // not seen by the detectors, or forgotten
    CancelMessage, // takes an earlier print back
    Late,          // a late report, extended hours, or compression
    OutOfOrder,    // more than two seconds older than its contract's newest
    Impossible,    // no size, or a symbol that cannot be read
    // By one detector:
    PackageOrCross, // legs, crosses and floor trades are judged by size only
    OneExchange,
    FirstOfOrder, // one exchange so far; its order went on to others
    JoinsOrder,   // a later print of an order that counted once
    TooSoon,      // less than half a second behind another order of the contract, which counted for both
    FirstMinute,  // of the underlying's day: nothing to compare with yet
    FirstFiveMinutes,
    FewOrders, // fewer than two in five minutes
    SmallSize,
    FirstOfSize, // nothing repeats yet
    NoSpot,      // nothing tells yet where the underlying is
    FirstPrint,  // of its contract on a day
    Interest,    // less than it would bring at once, by no more than interest explains
    Usual,       // no more than usual
    Count
};

// What kept a score from flagging.
enum class Filter : std::uint8_t { None, KindOff, LittleMoney };

// What one detector says of a print that is looked at again. `score`, `threshold`, `reason` and `filter` are as of
// then, in steps of 0.1 (rounded so that a score reaches the threshold exactly when it did then); `value` is as of
// then too as far as earlier prints are remembered; `baseline` and `contractSeen` are as of now, because what was
// usual then is not kept.
struct DetectorExplanation
{
    AnomalyKind kind = AnomalyKind::Size;
    NotJudged reason = NotJudged::No; // when not No, there is no score
    double score = 0.0;
    bool atLeast = false; // it was that high or higher: no more is kept
    Filter filter = Filter::None;
    std::optional<double> stake; // LittleMoney: dollars that were at stake, where they are known
    double leastStake = 0.0;     // LittleMoney: dollars that had to be
    // Size, Sweep: contracts of the order so far, for FirstOfOrder of all of it; Price: dollars; Activity: orders
    // counted in the minute up to it; Repeat: of its size in five; Surge: of all contracts in two
    std::optional<double> value;
    std::optional<double> baseline; // Size, Sweep: median contracts; Price: fair dollars; the others: orders expected
    std::uint64_t contractSeen = 0; // observations behind the baseline that are the contract's own
    double size = 0.0;              // Repeat: contracts of the order
    int venues = 0;                 // FirstOfOrder: exchanges that the order hit
};

struct Explanation
{
    NotJudged reason = NotJudged::No; // of the print as a whole
    bool cancelled = false;           // a later cancel took it back
    // The anomaly that holds the print, or did until it was withdrawn, or that ran when the print reached the
    // threshold without raising its score: 0 none.
    std::uint32_t anomaly = 0;
    bool listed = false;              // among the prints of `anomaly`, which is open
    bool withdrawn = false;           // among the prints of `anomaly`, which a cancel has withdrawn
    bool ofUnderlying = false;        // `anomaly` is of a whole underlying
    double threshold = 0.0;           // to flag, as of then
    std::vector<DetectorExplanation> detectors; // in order of AnomalyKind; empty when reason is not No
};

} // namespace flowglass::domain
