// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"

#include <cstdint>
#include <vector>

namespace flowglass::session {

// How the anomalies of an engine differ from those of the one before that judged (nearly) the same trades.
struct JudgementChange
{
    std::vector<std::uint32_t> newIds;  // by old id - 1: the same finding now; 0: none
    std::vector<std::uint32_t> altered; // ids that are new, or whose anomaly is not what it was under this id
    std::vector<domain::Anomaly> gone;  // of the old ids that are higher than all new ones: withdrawn
};

// The same finding: of the same contract or underlying, raised at the same event time, of kinds that overlap.
JudgementChange changeBetween(const detect::Engine& before, const detect::Engine& after);

} // namespace flowglass::session
