// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/pricing/blackscholes.h"

namespace flowglass::detect {

// What is held of a contract's implied volatility: a value of 1.0 is 100 % a year; the variance is of it.
struct VolGuess
{
    double vol = 0.0;
    double variance = 0.0;
};

// A print as a reading of the volatility.
struct VolReading
{
    OptionTerms terms;
    double spot = 0.0;     // dollars
    OptionValue fair;      // at the volatility held before
    double price = 0.0;    // dollars
    double variance = 0.0; // of the price, for other reasons than the volatility, squared dollars; positive
};

// The least that a volatility moves a price by, dollars for 1.0: far from the money a price says nothing
// else.
double leastVega(const OptionTerms& terms);

// The volatility that past and print agree on. A price is no straight line in the volatility, so a long way
// is gone in steps (an iterated extended Kalman filter), each by at most half of it; most prints need one. A
// price below what any volatility explains tells nothing.
VolGuess agreed(const VolGuess& before, const VolReading& reading);

} // namespace flowglass::detect
