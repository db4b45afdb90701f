// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/price.h"
#include "market/generator/blackscholes.h"
#include "market/generator/listing.h"
#include "market/generator/underlyingwalk.h"

#include <cstdint>

namespace flowglass::market {

// A contract's market at one moment, in 1/10,000 dollar.
struct Market
{
    double fair = 0.0;       // dollars
    double halfSpread = 0.0; // dollars, before rounding to ticks
    std::int32_t bid = 0;    // 0: nobody bids
    std::int32_t ask = 0;
    TickRule ticks = TickRule::Penny;
};

// What REST tells about a contract's market.
struct Quote
{
    domain::Price bid;
    domain::Price ask;
    double impliedVolatility = 0.0;
    OptionGreeks greeks;
    bool solvable = true; // false: too deep in the money for an implied volatility
};

// Prices contracts: Black-Scholes with a skewed volatility on the walk's spots, a spread that grows with
// price^0.75, bid and ask on the ticks of the class. Holds references; one thread.
class Pricer
{
public:
    Pricer(const Listing& listing, const UnderlyingWalk& walk, domain::UnixMs start);

    // bump: dollars added to the fair price (what a planted price move left behind).
    Market market(std::uint32_t contract, std::int64_t offsetMs, double bump = 0.0) const;
    Quote quote(std::uint32_t contract, std::int64_t offsetMs, double bump = 0.0) const;
    bool isExpired(std::uint32_t contract, std::int64_t offsetMs) const;

    static constexpr std::int32_t kPenny = 100; // 1/10,000 dollar

private:
    OptionInputs inputs(std::uint32_t contract, std::int64_t offsetMs) const;

    const Listing& m_listing;
    const UnderlyingWalk& m_walk;
    domain::UnixMs m_start;
};

// The tick at that price: of the class, in 1/10,000 dollar.
std::int32_t tickAt(TickRule rule, double dollars);

} // namespace flowglass::market
