// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/replay/recordedrun.h"

#include <vector>

namespace flowglass::session {

// One anomaly in two runs over the same trades. Two anomalies are the same when they share a print, or when one of
// them came while the other cooled down: a burst is told by some of its prints only. What is one in a run and several
// in the other, because more or fewer flags keep the cool-down running, is nowhere lost or new.
struct RunDifference
{
    enum class Fate {
        Kept,    // the same prints, kinds and score
        Changed, // in both, but not the same, or not as many
        Lost,    // in the first run only
        New      // in the second run only
    };
    Fate fate = Fate::Kept;
    const JudgedAnomaly* before = nullptr; // null when New
    const JudgedAnomaly* after = nullptr;  // null when Lost
    bool isPartOfBefore = false;           // `before` stands in another difference already
    bool isPartOfAfter = false;            // `after` does: it was merged into that
};

// In order of time. The runs must outlive it.
std::vector<RunDifference> differences(const RecordedRun& before, const RecordedRun& after);

} // namespace flowglass::session
