// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flowglass::detect {

// An option as the price model sees it. Dollars and years of 365 days.
struct OptionTerms
{
    double strike = 0.0;
    double years = 0.0; // to expiry
    bool call = true;
};

struct OptionValue
{
    double price = 0.0; // dollars a share
    double delta = 0.0; // dollars a dollar of the underlying
    double vega = 0.0;  // dollars for a volatility of 1.0 more
};

// The lognormal model without interest, dividends or early exercise: what these do to a price ends up in the
// contract's implied volatility, which is all it is used for here. Finite for any input; spot, volatility and
// time are taken at least as large as makes sense.
OptionValue blackScholes(double spot, double vol, const OptionTerms& terms);

// Dollars by which interest alone, at up to kMostInterest a year, may hold a price below what the model says.
double interestAllowance(const OptionTerms& terms);
inline constexpr double kMostInterest = 0.06;

inline constexpr double kLeastVol = 0.01;
inline constexpr double kMostVol = 8.0;
// The volatility that makes the price fair, within the bounds above; 0 when none does (below intrinsic value,
// above the underlying).
double impliedVol(double price, double spot, const OptionTerms& terms);

} // namespace flowglass::detect
