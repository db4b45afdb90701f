// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/report/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace flowglass::quality {

namespace {

// The spread of a figure over the seeds; `figure` takes an element of `seeds`.
template <class Seed, class Figure>
Spread over(std::span<const Seed> seeds, const Figure& figure)
{
    std::vector<double> values;
    std::ranges::transform(seeds, std::back_inserter(values), figure);
    return spreadOf(values);
}

double median(std::vector<double> values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

void summariseKind(std::size_t kind, std::span<const Curve> perSeed, SystemSummary& summary)
{
    Share found; // before the last print, of those found
    std::vector<double> delays;
    for (const Curve& curve : perSeed) {
        const Outcome& ten = curve[kTen];
        delays.insert(delays.end(), ten.delays[kind].begin(), ten.delays[kind].end());
        found += {ten.early[kind], int(ten.delays[kind].size())};
    }
    summary.early[kind] = found.recall();
    summary.delay[kind] = median(std::move(delays));
    summary.byKind[kind] = over(perSeed, [kind](const Curve& curve) {
                               return curve[kTen].ofKind(EventKind(kind)).recall();
                           }).mean;
    for (std::size_t grade = 0; grade < kGrades; ++grade) {
        summary.byKindAndGrade[kind][grade] =
            over(perSeed, [=](const Curve& curve) { return curve[kTen].shares[kind][grade].recall(); }).mean;
    }
}

FixedFigures meanOfFixed(std::span<const SeedFigures> seeds, std::size_t at)
{
    const auto mean = [&](double FixedFigures::*member) {
        return over(seeds, [=](const SeedFigures& seed) { return seed.fixed[at].*member; }).mean;
    };
    return {seeds.front().fixed[at].name, mean(&FixedFigures::falsePer100k), mean(&FixedFigures::recall),
            mean(&FixedFigures::precision)};
}

} // namespace

Spread spreadOf(std::span<const double> values)
{
    Spread spread;
    if (values.empty())
        return spread;
    for (const double value : values)
        spread.mean += value / double(values.size());
    double squares = 0.0;
    for (const double value : values)
        squares += (value - spread.mean) * (value - spread.mean);
    spread.deviation = values.size() < 2 ? 0.0 : std::sqrt(squares / double(values.size() - 1));
    return spread;
}

SystemSummary summaryOf(const std::string& name, std::span<const Curve> perSeed)
{
    SystemSummary summary;
    summary.name = name;
    for (std::size_t budget = 0; budget < kBudgets.size(); ++budget) {
        summary.recall[budget] =
            over(perSeed, [budget](const Curve& curve) { return curve[budget].total().recall(); });
    }
    summary.precision = over(perSeed, [](const Curve& curve) { return curve[kTen].precision(); });
    for (std::size_t kind = 0; kind < kEventKinds; ++kind)
        summariseKind(kind, perSeed, summary);
    for (std::size_t grade = 0; grade < kGrades; ++grade) {
        summary.byGrade[grade] = over(perSeed, [grade](const Curve& curve) {
                                     return curve[kTen].ofGrade(Grade(grade)).recall();
                                 }).mean;
    }
    return summary;
}

Summary summaryOf(std::span<const SeedFigures> seeds)
{
    Summary summary;
    if (seeds.empty())
        return summary;
    for (std::size_t at = 0; at < seeds.front().systems.size(); ++at) {
        std::vector<Curve> curves;
        for (const SeedFigures& seed : seeds)
            curves.push_back(seed.systems[at].curve);
        summary.systems.push_back(summaryOf(seeds.front().systems[at].name, curves));
    }
    for (std::size_t at = 0; at < seeds.front().fixed.size(); ++at)
        summary.fixed.push_back(meanOfFixed(seeds, at));
    for (std::size_t at = 0; at < summary.tailRatios.size(); ++at)
        summary.tailRatios[at] = over(seeds, [at](const SeedFigures& seed) { return seed.tailRatios[at]; });
    for (std::size_t at = 0; at < summary.transfer.size(); ++at)
        summary.transfer[at] = over(seeds, [at](const SeedFigures& seed) { return seed.transfer[at]; });
    for (const SeedFigures& seed : seeds) {
        summary.seeds.push_back(seed.seed);
        summary.standingOnBusted += seed.standingOnBusted;
    }
    summary.generateSeconds = over(seeds, [](const SeedFigures& seed) { return seed.generateSeconds; }).mean;
    summary.judgeSeconds = over(seeds, [](const SeedFigures& seed) { return seed.judgeSeconds; }).mean;
    summary.printsPerSecond =
        over(seeds, [](const SeedFigures& seed) { return double(seed.prints) / seed.judgeSeconds; }).mean;
    return summary;
}

} // namespace flowglass::quality
