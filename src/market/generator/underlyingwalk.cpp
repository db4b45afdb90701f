// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/underlyingwalk.h"

#include "market/generator/underlyings.h"

#include <cmath>

namespace flowglass::market {

namespace {

constexpr double kSecondsPerYear = 252.0 * 6.5 * 3600.0; // of trading
constexpr double kStep = double(UnderlyingWalk::kStepMs) / 1000.0;
constexpr double kMarketVolatility = 0.14;
constexpr double kReturnTime = 4.0 * 3600.0;         // s, pull back to the day's level: strikes stay in reach
constexpr double kVolatilityTime = 1800.0;           // s, of the volatility level
constexpr double kVolatilityDeviation = 0.06;        // of its logarithm, in the long run
constexpr double kNewsTime = 1200.0;                 // s between two pieces of news, whole market
constexpr std::int64_t kQuietSteps = std::int64_t(180.0 / kStep); // none at first
constexpr double kExcitementTime = 120.0;            // s, decay of the activity that news brings

} // namespace

UnderlyingWalk::UnderlyingWalk(std::uint64_t seed) : m_random(seed, 0x22), m_states(underlyings().size())
{
    for (std::size_t u = 0; u < m_states.size(); ++u) {
        m_states[u].spot = underlyings()[u].spot;
        m_states[u].volatility = underlyings()[u].volatility;
    }
}

void UnderlyingWalk::step()
{
    ++m_steps;
    const double root = std::sqrt(kStep / kSecondsPerYear);
    const double market = kMarketVolatility * root * m_random.normal();
    const bool news = m_steps > kQuietSteps && m_random.chance(kStep / kNewsTime);
    const std::uint32_t subject = m_random.below(std::uint32_t(m_states.size()));
    for (std::uint32_t u = 0; u < m_states.size(); ++u) {
        const UnderlyingProfile& profile = underlyings()[u];
        State& state = m_states[u];
        const double shared = profile.beta * kMarketVolatility;
        const double own = std::sqrt(std::max(profile.volatility * profile.volatility - shared * shared, 1e-4));
        state.logMove += profile.beta * market + own * root * m_random.normal() - state.logMove * kStep / kReturnTime;
        state.logVolatility += kVolatilityDeviation * std::sqrt(2.0 * kStep / kVolatilityTime) * m_random.normal()
                               - state.logVolatility * kStep / kVolatilityTime;
        state.activity += (1.0 - state.activity) * kStep / kExcitementTime;
        if (news && u == subject)
            breakNews(state, profile.volatility);
        state.spot = profile.spot * std::exp(state.logMove);
        state.volatility = profile.volatility * std::exp(state.logVolatility);
        if (profile.spotOf != u) { // an adjusted root follows its standard one, which comes before it
            state.spot = m_states[profile.spotOf].spot;
            state.volatility = m_states[profile.spotOf].volatility;
        }
    }
}

void UnderlyingWalk::breakNews(State& state, double volatility)
{
    const double daily = volatility / std::sqrt(252.0);
    state.logMove += daily * m_random.between(0.2, 0.8) * (m_random.chance(0.5) ? 1.0 : -1.0);
    state.logVolatility += m_random.between(0.02, 0.08);
    state.activity += m_random.between(2.0, 4.0);
}

} // namespace flowglass::market
