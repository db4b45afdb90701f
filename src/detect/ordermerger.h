// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/printclass.h"
#include "domain/trade.h"

#include <cstdint>

namespace flowglass::detect {

// One order as the tape shows it: a print, or several of one contract that reached one exchange each
// within a moment. Times in ms since the epoch.
struct Order
{
    std::int64_t startMs = 0;
    std::uint32_t size = 0;    // contracts so far
    std::uint32_t venues = 0;  // bit set, domain::exchangeBit
    std::uint32_t anomaly = 0; // id that it is part of; 0 none
    std::uint16_t spanMs = 0;  // first to last print
    std::uint8_t prints = 0;
    PrintClass printClass = PrintClass::SingleLeg;
    bool learnt = true; // its size is in the histograms; it grows no more

    int venueCount() const;
};

// Puts prints together again that an exchange router split. Stateless: the running order of a contract is
// in its state.
namespace ordermerger {

inline constexpr std::int64_t kGapMs = 350;  // between neighbouring prints: less than this
inline constexpr std::int64_t kSpanMs = 600; // first to last: less than this

Order start(const domain::Trade& trade, PrintClass printClass);
// Single-leg prints on an exchange that the order has not used yet, close enough in time.
bool joins(const Order& order, const domain::Trade& trade, PrintClass printClass);
void join(Order& order, const domain::Trade& trade);
// A print of the order was cancelled.
void takeOut(Order& order, const domain::Trade& trade);

} // namespace ordermerger

} // namespace flowglass::detect
