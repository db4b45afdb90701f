// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/config.h"
#include "bench/quality/tape/sizes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace flowglass::quality {

enum class TickRule : std::uint8_t { Pennies, PenniesBelow3, NickelsBelow3 }; // .01; .01/.05; .05/.10

struct Root
{
    std::string name;
    double share = 0.0;  // of all orders
    double spot = 0.0;   // dollars, at the first open
    double vol = 0.0;    // yearly, at the money
    double skew = 0.0;   // of the implied volatility, per standard deviation of moneyness
    double spread = 1.0; // relative width
    TickRule ticks = TickRule::PenniesBelow3;
    SizeLaw sizes;
    std::uint32_t first = 0; // its contracts: by expiry, calls and then puts, strikes rising
    std::uint32_t strikes = 0;
    std::vector<std::int32_t> expiries; // days since 1970-01-01
    std::uint32_t contractCount() const { return std::uint32_t(expiries.size()) * 2 * strikes; }
};

struct ListedContract
{
    std::string ticker;
    std::uint32_t root = 0;
    std::int32_t expiryDay = 0;
    double strike = 0.0;
    double logStrike = 0.0;
    double vol = 0.0; // implied, before the day's drift; the same for the call and the put
    bool call = true;
    double habit = 1.0; // lasting activity of its own
    SizeLaw sizes;
    std::uint32_t openInterest = 0; // contracts, before the first day
};

// What is listed. Contracts are in the order of their tickers, roots in that of their activity.
struct Universe
{
    std::vector<Root> roots;
    std::vector<ListedContract> contracts;

    // The contract `strikes` steps away, with the other right if `flip`, `expiries` further out; the same
    // one when there is none.
    std::uint32_t neighbour(std::uint32_t contract, int strikes, int expiries, bool flip) const;
};

Universe makeUniverse(const TapeConfig& config);

} // namespace flowglass::quality
