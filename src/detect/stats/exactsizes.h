// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/stats/tailhist.h"

#include <array>
#include <cstdint>

namespace flowglass::detect {

// P(a single-leg order has exactly this size): counts of the whole market, one by one up to 1,023 and evenly
// within its bin above, tilted by how much more often the underlying's orders fall into that bin. Begins with
// the shipped prior, which weighs as much as kPriorOrders.
class ExactSizes
{
public:
    static constexpr std::uint32_t kExact = 1'024; // sizes below it are counted one by one
    static constexpr double kPriorOrders = 200.0;
    static constexpr double kMostOrders = 4e6;  // then all counts are halved, so that news can be learnt
    static constexpr double kTiltOrders = 20.0; // that pull an underlying to the market

    ExactSizes();
    void add(std::uint32_t size);
    void remove(std::uint32_t size);
    double chance(std::uint32_t size, const TailHist& underlying) const; // within (0, 1)
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        for (double& orders : m_sizes)
            pipe(orders);
        for (double& orders : m_bins)
            pipe(orders);
        pipe(m_orders);
    }

private:
    std::array<double, kExact> m_sizes{};         // orders of this size, prior included
    std::array<double, sizebins::kBins> m_bins{}; // orders in this bin, prior included
    double m_orders = kPriorOrders;
};

} // namespace flowglass::detect
