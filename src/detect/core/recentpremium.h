// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace flowglass::detect {

// Premium that fades over five minutes, in dollars at 100 shares a contract: what was lately at stake.
class RecentPremium
{
public:
    static constexpr double kFadeSeconds = 300.0;

    double dollars() const { return double(m_dollars); }
    void add(const domain::Trade& trade)
    {
        const auto second = secondOf(trade);
        if (second > m_second) {
            m_dollars *= float(std::exp(-double(second - m_second) / kFadeSeconds));
            m_second = second;
        }
        m_dollars += float(trade.premium().lossyDollars());
    }
    void remove(const domain::Trade& trade)
    {
        const double age = std::max(0.0, double(m_second) - double(secondOf(trade)));
        const double left = trade.premium().lossyDollars() * std::exp(-age / kFadeSeconds);
        m_dollars = std::max(0.0F, m_dollars - float(left));
    }

private:
    static std::uint32_t secondOf(const domain::Trade& trade)
    {
        return std::uint32_t(trade.time().value / 1000);
    }

    std::uint32_t m_second = 0; // since the epoch: enough until 2106
    float m_dollars = 0.0F;
};

} // namespace flowglass::detect
