// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/pricing/volfilter.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

namespace {

constexpr double kMostChange = 0.5;  // of a volatility in one step, relative
constexpr double kStraight = 0.02;   // a change up to which a price is a straight line, relative
constexpr double kMostLearnt = 0.02; // what one print may leave of the variance, relative
constexpr int kMostSteps = 8;

} // namespace

double leastVega(const OptionTerms& terms)
{
    return 1e-4 * std::max(1e-3, terms.strike);
}

VolGuess agreed(const VolGuess& before, const VolReading& reading)
{
    OptionValue fair = reading.fair;
    double vol = before.vol;
    double variance = before.variance;
    for (int step = 1; step <= kMostSteps; ++step) {
        if (fair.vega < leastVega(reading.terms) && reading.price < fair.price)
            break; // at or below what it is worth at once: no volatility makes it less
        const double vega = std::max(leastVega(reading.terms), fair.vega);
        const double precision = 1.0 / before.variance + vega * vega / reading.variance;
        const double pull =
            vega * (reading.price - fair.price) / reading.variance + (before.vol - vol) / before.variance;
        const double most = kMostChange * vol;
        const double change = std::clamp(pull / precision, -most, most);
        vol = std::clamp(vol + change, kLeastVol, kMostVol);
        variance = std::max(1.0 / precision, kMostLearnt * std::min(vol * vol, before.variance));
        if (std::fabs(change) < kStraight * vol)
            break;
        fair = blackScholes(reading.spot, vol, reading.terms);
    }
    return {vol, variance};
}

} // namespace flowglass::detect
