// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/random/rng.h"
#include "bench/quality/tape/marketpath.h"
#include "bench/quality/tape/universe.h"

#include <cstdint>
#include <vector>

namespace flowglass::quality {

// How often each contract trades: by moneyness at the open, expiry, lasting habit and the whim of the day;
// for the underlyings by popularity, hour and regime. Borrows the universe and the path.
class Activity
{
public:
    Activity(const Universe& universe, const MarketPath& path, const TapeConfig& config);

    static constexpr double kBranching = 0.42;             // orders that an order brings about
    double ordersPerDay() const { return m_ordersPerDay; } // of all contracts, those included

    std::uint32_t pick(Rng& rng, std::uint32_t root, int day) const;
    bool isLive(std::uint32_t contract, int day) const;
    // Orders a second.
    double rootRate(std::uint32_t root, std::int64_t ms) const;
    double contractRate(std::uint32_t contract, std::int64_t ms) const;
    double contractOrders(std::uint32_t contract, int day) const; // of the day

private:
    double share(std::uint32_t contract, int day) const; // of its root's orders

    const Universe& m_universe;
    const MarketPath& m_path;
    double m_ordersPerDay;
    std::vector<std::vector<double>> m_upTo; // by day: running sums of weights, anew for each root
};

} // namespace flowglass::quality
