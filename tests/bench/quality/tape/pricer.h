// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/marketpath.h"
#include "bench/quality/tape/universe.h"

#include <cstdint>
#include <vector>

namespace flowglass::quality {

// For a while, one contract is worth more or less than its volatility says; the difference halves every
// ten minutes.
struct PriceShift
{
    std::uint32_t contract = 0;
    std::int64_t fromMs = 0;
    double dollars = 0.0;
};

// Dollars a share.
struct Quote
{
    double fair = 0.0;
    double half = 0.0; // of the spread, before rounding to ticks
    double tick = 0.01;
    double bid = 0.0;
    double ask = 0.0;
};

// What the contracts are worth: Black and Scholes without interest, so calls, puts and the spot agree.
// Borrows the universe and the path.
class Pricer
{
public:
    Pricer(const Universe& universe, const MarketPath& path) : m_universe(universe), m_path(path) {}

    void shift(const PriceShift& shift) { m_shifts.push_back(shift); }
    double fair(std::uint32_t contract, std::int64_t ms) const;
    Quote quote(std::uint32_t contract, std::int64_t ms) const;

private:
    const Universe& m_universe;
    const MarketPath& m_path;
    std::vector<PriceShift> m_shifts;
};

} // namespace flowglass::quality
