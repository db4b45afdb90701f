// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/optionsymbol.h"

namespace flowglass::market {

// A European option under Black and Scholes, without dividends.
struct OptionInputs
{
    domain::Right right = domain::Right::Call;
    double spot = 0.0;       // dollars
    double strike = 0.0;     // dollars
    double years = 0.0;      // to expiry, above 0
    double volatility = 0.0; // a year, 0.38 = 38 %
};

struct OptionGreeks
{
    double delta = 0.0;
    double gamma = 0.0; // per dollar
    double theta = 0.0; // dollars a day
    double vega = 0.0;  // dollars per percentage point
};

inline constexpr double kInterestRate = 0.04;

double optionPrice(const OptionInputs& inputs); // dollars per share, never below 0
OptionGreeks optionGreeks(const OptionInputs& inputs);
// z with P(Z > z) = p for a standard normal Z, 0 < p < 1; good to 1e-7 (Acklam's approximation).
double normalUpperQuantile(double p);

} // namespace flowglass::market
