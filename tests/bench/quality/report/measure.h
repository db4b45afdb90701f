// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/scoring/scorer.h"
#include "bench/quality/systems/enginerun.h"
#include "bench/quality/tape/config.h"

#include <array>
#include <string>
#include <vector>

namespace flowglass::quality {

using Curve = std::array<Outcome, kBudgets.size()>;

struct SystemFigures
{
    std::string name;
    Curve curve;
};
// A rule at the threshold that people set, not at a budget.
struct FixedFigures
{
    std::string name;
    double falsePer100k = 0.0;
    double recall = 0.0;
    double precision = 0.0;
};

inline constexpr std::array<double, 4> kTargets = {10.0, 20.0, 50.0, 100.0}; // alerts per 100,000 prints

// Everything that is measured on the tapes of one seed. Systems and rules come in the same order for every
// seed.
struct SeedFigures
{
    std::uint64_t seed = 0;
    std::uint64_t prints = 0;           // of all days
    std::vector<SystemFigures> systems; // the engine first, its detectors alone, the baselines
    std::vector<FixedFigures> fixed;
    int standingOnBusted = 0;
    // On the clean tape:
    std::array<double, EngineScores::kTails.size()> tailRatios{}; // raw size p as often as it says: 1
    std::array<double, kTargets.size()> transfer{};               // alerts of the scored day over the target
    double generateSeconds = 0.0;                                 // of one tape
    double judgeSeconds = 0.0;                                    // of one tape
};

enum class Baselines : std::uint8_t { With, Without };
SeedFigures measure(const TapeConfig& config, Baselines baselines);

} // namespace flowglass::quality
