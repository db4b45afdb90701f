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
    Late,          // a late report, extended hours, or compression: volume only
    OutOfOrder,    // more than two seconds older than its contract's newest
    Impossible,    // no size, or a symbol that cannot be read
    // By one detector:
    PackageOrCross, // legs, crosses and floor trades are judged by size only
    OneExchange,
    SmallSize,
    NoSpot,          // nothing tells yet where the underlying is
    NothingToScore,  // too little history, the first minutes of a day, or no more than usual
};

// What one detector says of a print that is looked at again. `score` and `threshold` are as of then, in steps of
// 0.1 (score rounded down, threshold up); `value` is the print's own; `baseline` and `contractSeen` are as of now,
// because what was usual then is not kept.
struct DetectorExplanation
{
    AnomalyKind kind = AnomalyKind::Size;
    NotJudged reason = NotJudged::No; // when not No, there is no score
    double score = 0.0;
    bool filtered = false;          // its kind was switched off then, or too little money was at stake
    std::optional<double> value;    // Size, Sweep, Repeat: contracts of the print; Price: dollars
    std::optional<double> baseline; // Size, Sweep: median contracts; Price: fair dollars; the others: orders expected
    std::uint64_t contractSeen = 0; // observations behind the baseline that are the contract's own
};

struct Explanation
{
    NotJudged reason = NotJudged::No; // of the print as a whole
    bool cancelled = false;           // a later cancel took it back
    double threshold = 0.0;           // to flag, as of then
    std::vector<DetectorExplanation> detectors; // in order of AnomalyKind; empty when reason is not No
};

} // namespace flowglass::domain
