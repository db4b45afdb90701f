// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/random.h"

#include <cstdint>
#include <vector>

namespace flowglass::market {

// Spot, volatility level and activity of every underlying over time: correlated random walks around the
// day's level, with news now and then (a jump, more volatility, several times the usual activity).
// Moves in steps of kStepMs of event time, so it does not depend on how many trades there are.
class UnderlyingWalk
{
public:
    static constexpr std::int64_t kStepMs = 250;

    explicit UnderlyingWalk(std::uint64_t seed);
    void step();
    double spot(std::uint32_t underlying) const { return m_states[underlying].spot; }             // dollars
    double volatility(std::uint32_t underlying) const { return m_states[underlying].volatility; } // a year
    double activity(std::uint32_t underlying) const { return m_states[underlying].activity; } // 1: as usual

private:
    struct State
    {
        double spot = 0.0;
        double volatility = 0.0;
        double activity = 1.0;
        double logMove = 0.0;  // of spot, from the start
        double logVolatility = 0.0;
    };
    void breakNews(State& state, double volatility);

    Random m_random;
    std::vector<State> m_states;
    std::int64_t m_steps = 0;
};

} // namespace flowglass::market
