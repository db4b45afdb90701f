// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/draft.h"
#include "market/generator/listing.h"
#include "market/generator/underlyingwalk.h"
#include "market/generator/wheel.h"

#include <cstdint>
#include <vector>

namespace flowglass::market {

// When orders come and for which contract: a branching (self-exciting) process. Orders of their own
// accord come as a Poisson stream that follows each underlying's activity; each order brings 0.42 more on
// average, within milliseconds, about 25 s or about 5 min, mostly in its own contract. It starts in its
// long-run state, so the mean rate holds from the first second.
class Arrivals
{
public:
    Arrivals(const Listing& listing, const UnderlyingWalk& walk, double ordersPerSecond, std::uint64_t seed);

    void followActivity(); // after each step of the walk
    // Orders due at this millisecond, then on to the next. Followers of ordinary ones are scheduled here.
    void take(std::vector<Order>& due);
    void add(std::int64_t ms, const Order& order) { m_wheel.add(ms, order); } // planted ones

private:
    std::uint32_t pickContract();
    void follow(std::uint32_t contract);
    double delay(); // ms
    void startInLongRun();

    const Listing& m_listing;
    const UnderlyingWalk& m_walk;
    Random m_random;
    Wheel<Order> m_wheel;
    double m_perMs;                 // orders of their own accord, at usual activity
    double m_followerTime;          // factor on the slow delays: less than 1 bounds what is pending
    double m_activity = 1.0;        // of the whole market
    double m_next = 0.0;            // ms, of the next order of its own accord
    std::vector<double> m_cumulated; // share times activity, summed over the underlyings
};

} // namespace flowglass::market
