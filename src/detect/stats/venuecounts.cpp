// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/venuecounts.h"

#include <algorithm>

namespace flowglass::detect {

void VenueCounts::add(int venues)
{
    if (m_atLeast[0] >= kOrders) {
        for (std::uint32_t& orders : m_atLeast)
            orders /= 2;
    }
    for (int k = 0; k < std::clamp(venues, 1, kMost); ++k)
        ++m_atLeast[std::size_t(k)];
}

void VenueCounts::remove(int venues)
{
    const int most = std::clamp(venues, 1, kMost);
    if (m_atLeast[std::size_t(most - 1)] == 0)
        return;
    for (int k = 0; k < most; ++k)
        --m_atLeast[std::size_t(k)];
}

double VenueCounts::tail(int venues, double parentTail) const
{
    const double atLeast = m_atLeast[std::size_t(std::clamp(venues, 1, kMost) - 1)];
    return (atLeast + 1.0) / (double(m_atLeast[0]) + 1.0 / parentTail);
}

} // namespace flowglass::detect
