// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace flowglass::detect {

// P(an order hits at least k exchanges), from counts shrunk to the parent by one pseudo-exceedance.
class VenueCounts
{
public:
    static constexpr int kMost = 20; // and more
    static constexpr std::uint32_t kOrders = 1U
                                             << 20; // then all counts are halved, so that news can be learnt

    void add(int venues);
    void remove(int venues);
    std::uint32_t count() const { return m_atLeast[0]; }
    double tail(int venues, double parentTail) const;
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        for (std::uint32_t& orders : m_atLeast)
            pipe(orders);
    }

private:
    std::array<std::uint32_t, kMost> m_atLeast{}; // [k - 1]: orders on at least k exchanges
};

} // namespace flowglass::detect
