// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/price.h"

namespace flowglass::detect {

// The smallest step of an underlying's option prices, learnt from them: a cent, five or ten, below and from
// three dollars. Begins with the commonest, a cent below and five above; a dozen prints tell another.
class TickSize
{
public:
    // A print that was not free to fall between the steps: no auction, no leg.
    void see(domain::Price price)
    {
        if (price.units() < kTen) // worth next to nothing: a cent may be all that can be had
            return;
        const bool low = price.units() < kThree;
        learn(low ? m_offFiveLow : m_offFiveHigh, price.units() % kFive != 0);
        if (!low)
            learn(m_offTenHigh, price.units() % kTen != 0);
    }
    double at(double dollars) const
    {
        if (dollars < 3.0)
            return m_offFiveLow > kSeldom ? 0.01 : 0.05;
        return m_offFiveHigh > kSeldom ? 0.01 : m_offTenHigh > kSeldom ? 0.05 : 0.10;
    }

    template <class Pipe>
    void archive(Pipe& pipe)
    {
        pipe(m_offFiveLow);
        pipe(m_offFiveHigh);
        pipe(m_offTenHigh);
    }

private:
    static constexpr std::int32_t kThree = 3 * domain::kUnitsPerDollar;
    static constexpr std::int32_t kFive = domain::kUnitsPerDollar / 20;
    static constexpr std::int32_t kTen = domain::kUnitsPerDollar / 10;
    static constexpr float kSeldom = 0.3F;
    static void learn(float& share, bool off) { share += 0.03F * ((off ? 1.0F : 0.0F) - share); }

    // How often prices are no multiple of five or ten cents, lately.
    float m_offFiveLow = 0.5F;
    float m_offFiveHigh = 0.1F;
    float m_offTenHigh = 0.45F;
};

} // namespace flowglass::detect
