// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gaps/minutecoverage.h"
#include "models/statustexts.h"

namespace flowglass::models {

// "99.2%"; rounded down, so that 100% is said only of a whole.
QString coveragePercent(double share);
// For the foot of the window: "coverage 99.2%"; empty when nothing is missing, or there was no market yet.
StatusText coverageText(std::optional<double> share);
// "10:31 New York: 96.7% of the minute received, or fetched later", or "not watched".
QString minuteText(const MinuteCoverage& coverage, std::size_t minute);
// The whole day in one sentence, the worst minute named; as much as the picture says.
QString dayText(const std::optional<MinuteCoverage>& coverage);

} // namespace flowglass::models
