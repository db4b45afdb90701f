// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/blackscholes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace flowglass::market {

namespace {

double cumulative(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }
double density(double x) { return std::exp(-0.5 * x * x) * 0.3989422804014327; }

struct Terms
{
    explicit Terms(const OptionInputs& in)
        : deviation(in.volatility * std::sqrt(in.years)), discount(std::exp(-kInterestRate * in.years))
    {
        const double drift = (kInterestRate + 0.5 * in.volatility * in.volatility) * in.years;
        d1 = (std::log(in.spot / in.strike) + drift) / deviation;
        d2 = d1 - deviation;
    }
    double deviation;
    double discount;
    double d1;
    double d2;
};

} // namespace

double optionPrice(const OptionInputs& inputs)
{
    const Terms terms(inputs);
    const double strike = inputs.strike * terms.discount;
    const double price = inputs.right == domain::Right::Call
                             ? inputs.spot * cumulative(terms.d1) - strike * cumulative(terms.d2)
                             : strike * cumulative(-terms.d2) - inputs.spot * cumulative(-terms.d1);
    return std::max(price, 0.0);
}

OptionGreeks optionGreeks(const OptionInputs& inputs)
{
    const Terms terms(inputs);
    const bool call = inputs.right == domain::Right::Call;
    const double phi = density(terms.d1);
    const double decay = -0.5 * inputs.spot * phi * inputs.volatility / std::sqrt(inputs.years);
    const double carry = kInterestRate * inputs.strike * terms.discount
                         * (call ? -cumulative(terms.d2) : cumulative(-terms.d2));
    OptionGreeks greeks;
    greeks.delta = call ? cumulative(terms.d1) : cumulative(terms.d1) - 1.0;
    greeks.gamma = phi / (inputs.spot * terms.deviation);
    greeks.theta = (decay + carry) / 365.0;
    greeks.vega = inputs.spot * phi * std::sqrt(inputs.years) / 100.0;
    return greeks;
}

double normalUpperQuantile(double p)
{
    if (p > 0.5)
        return -normalUpperQuantile(1.0 - p);
    constexpr double kTail = 0.02425;
    if (p < kTail) {
        const double q = std::sqrt(-2.0 * std::log(p));
        const double top = ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
                             - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783;
        const double bottom = (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
                               + 3.754408661907416) * q + 1.0;
        return -top / bottom;
    }
    const double q = 0.5 - p;
    const double r = q * q;
    const double top = (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                          + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239) * q;
    const double bottom = ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                            + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1.0;
    return top / bottom;
}

} // namespace flowglass::market
