// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/pricing/blackscholes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace flowglass::detect {

namespace {

constexpr double kLeastDollars = 1e-3;
constexpr double kLeastYears = 120.0 / (365.0 * 86'400.0);
constexpr double kMostYears = 20.0;

double normalCdf(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

// std::clamp and std::max let a NaN through; these do not.
double within(double low, double x, double high)
{
    return x > low ? (x < high ? x : high) : low;
}

} // namespace

OptionValue blackScholes(double spot, double vol, const OptionTerms& terms)
{
    const double s = within(kLeastDollars, spot, 1e9);
    const double k = within(kLeastDollars, terms.strike, 1e9);
    const double rootTime = std::sqrt(within(kLeastYears, terms.years, kMostYears));
    const double deviation = within(kLeastVol, vol, kMostVol) * rootTime;
    const double d1 = std::log(s / k) / deviation + 0.5 * deviation;
    const double n1 = normalCdf(d1);
    const double call = s * n1 - k * normalCdf(d1 - deviation);
    OptionValue value;
    value.price = std::max(0.0, terms.call ? call : call - s + k);
    value.delta = terms.call ? n1 : n1 - 1.0;
    value.vega =
        s * rootTime * std::exp(-0.5 * d1 * d1) * (0.5 * std::numbers::inv_sqrtpi * std::numbers::sqrt2);
    return value;
}

double interestAllowance(const OptionTerms& terms)
{
    return within(kLeastDollars, terms.strike, 1e9) *
           -std::expm1(-kMostInterest * within(kLeastYears, terms.years, kMostYears));
}

double impliedVol(double price, double spot, const OptionTerms& terms)
{
    double low = kLeastVol;
    double high = kMostVol;
    if (!(blackScholes(spot, low, terms).price < price) || !(blackScholes(spot, high, terms).price > price))
        return 0.0;
    double vol = 0.4;
    for (int step = 0; step < 60; ++step) {
        const OptionValue at = blackScholes(spot, vol, terms);
        const double off = at.price - price;
        if (std::abs(off) < 1e-7 * (1.0 + price))
            break;
        (off > 0.0 ? high : low) = vol;
        const double newton = at.vega > 1e-9 ? vol - off / at.vega : 0.0;
        vol = newton > low && newton < high ? newton : 0.5 * (low + high);
    }
    return vol;
}

} // namespace flowglass::detect
