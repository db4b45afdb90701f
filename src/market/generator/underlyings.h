// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/tradingcalendar.h"

#include <cstdint>
#include <span>

namespace flowglass::market {

// How an exchange steps the prices of a class.
enum class TickRule {
    Penny,       // 0.01
    PennyNickel, // 0.01 below 3 dollars, 0.05 from there
    NickelDime   // 0.05 below 3 dollars, 0.10 from there
};

// One option root of the simulated market: invented levels of roughly the right size, never real data.
struct UnderlyingProfile
{
    const char* root;      // as in option symbols
    const char* reference; // underlying_ticker of REST
    const char* snapshot;  // of the snapshot path
    double spot;           // dollars at the start
    double volatility;     // a year
    double beta;           // part of the market's moves it takes
    double share;          // of all orders
    double strikeStep;     // dollars, the finest
    double spread;         // relative to the common spread rule
    ExpiryPattern expiries;
    TickRule ticks;
    bool index;                 // European, cash settled, one venue
    std::uint32_t spotOf;       // whose price it follows: itself, or the standard root of an adjusted one
    std::int64_t sharesPerContract;
    bool bigName;               // gets planted anomalies
};

// Fixed order; the first is NVDA.
std::span<const UnderlyingProfile> underlyings();

} // namespace flowglass::market
