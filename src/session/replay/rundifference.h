// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/replay/recordedrun.h"

#include <vector>

namespace flowglass::session {

// One anomaly in two runs over the same trades. Two anomalies are the same when they share a print.
struct RunDifference
{
    enum class Fate {
        Kept,    // the same prints, kinds and score
        Changed, // in both, but not the same
        Lost,    // in the first run only
        New      // in the second run only
    };
    Fate fate = Fate::Kept;
    const JudgedAnomaly* before = nullptr; // null when New
    const JudgedAnomaly* after = nullptr;  // null when Lost
};

// In order of time. The runs must outlive it.
std::vector<RunDifference> differences(const RecordedRun& before, const RecordedRun& after);

} // namespace flowglass::session
