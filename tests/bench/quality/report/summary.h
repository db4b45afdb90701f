// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/report/measure.h"

#include <span>

namespace flowglass::quality {

// Over seeds; the deviation is that of a sample, 0 for a single one.
struct Spread
{
    double mean = 0.0;
    double deviation = 0.0;
};
Spread spreadOf(std::span<const double> values);

struct SystemSummary
{
    std::string name;
    std::array<Spread, kBudgets.size()> recall;
    // At ten false alarms per 100,000 prints:
    Spread precision;
    std::array<double, kEventKinds> byKind{};
    std::array<double, kGrades> byGrade{};
    std::array<std::array<double, kGrades>, kEventKinds> byKindAndGrade{};
    std::array<double, kEventKinds> delay{}; // median seconds over all events found; NaN when none was
    std::array<double, kEventKinds> early{}; // of the events found, the part found before their last print
};
SystemSummary summaryOf(const std::string& name, std::span<const Curve> perSeed);

struct Summary
{
    std::vector<std::uint64_t> seeds;
    std::vector<SystemSummary> systems;
    std::vector<FixedFigures> fixed; // means
    std::array<Spread, EngineScores::kTails.size()> tailRatios;
    std::array<Spread, kTargets.size()> transfer;
    int standingOnBusted = 0;     // of all seeds
    double generateSeconds = 0.0; // means
    double judgeSeconds = 0.0;
    double printsPerSecond = 0.0;
};
Summary summaryOf(std::span<const SeedFigures> seeds);

} // namespace flowglass::quality
