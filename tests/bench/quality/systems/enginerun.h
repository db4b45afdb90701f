// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/scoring/scorer.h"
#include "bench/quality/systems/tapetrades.h"

#include <array>
#include <string>
#include <vector>

namespace flowglass::quality {

// What the engine thinks of every print, as rankings that can be cut at any budget.
struct EngineScores
{
    std::vector<Alert> all; // by the highest score of the detectors
    struct Detector
    {
        std::string word; // of its kind
        std::vector<Alert> alerts;
    };
    std::vector<Detector> alone;
    // Prints of the scored day whose raw size tail was below 1e-1, 1e-2, 1e-3, 1e-4.
    static constexpr std::array<double, 4> kTails = {1e-1, 1e-2, 1e-3, 1e-4};
    std::array<std::uint64_t, kTails.size()> below{};
    std::uint64_t judged = 0; // of the scored day

    double tailRatio(std::size_t at) const; // 1 when well calibrated
};

// Materiality floors are off. The alerts borrow their names from the tape.
EngineScores scoresOf(const Tape& tape, const TapeTrades& trades);

// What the engine, as it is shipped, raises with a budget.
struct EngineAlerts
{
    double per100k = 0.0;     // anomalies of the scored day that stand, of 100,000 prints
    int standingOnBusted = 0; // open anomalies that need a cancelled print
    double seconds = 0.0;     // of judging all days
};
EngineAlerts alertsOf(const Tape& tape, const TapeTrades& trades, double flagsPer100k);

} // namespace flowglass::quality
