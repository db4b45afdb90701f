// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/exactsizes.h"

#include "detect/stats/sizeprior.h"

#include <algorithm>

namespace flowglass::detect {

namespace {

constexpr double kLeastChance = 1e-7;

double binWidth(std::size_t bin)
{
    return bin + 1 < sizebins::kBins ? sizebins::lowerEdge(bin + 1) - sizebins::lowerEdge(bin)
                                     : sizebins::lowerEdge(bin);
}

} // namespace

ExactSizes::ExactSizes()
{
    for (std::uint32_t size = 1; size < kExact; ++size)
        m_sizes[size] = kPriorOrders *
                        (priorTail(PrintClass::SingleLeg, size) - priorTail(PrintClass::SingleLeg, size + 1));
    for (std::size_t bin = 0; bin < sizebins::kBins; ++bin) {
        const auto from = std::uint32_t(sizebins::lowerEdge(bin));
        const double above =
            bin + 1 < sizebins::kBins
                ? priorTail(PrintClass::SingleLeg, std::uint32_t(sizebins::lowerEdge(bin + 1)))
                : 0.0;
        m_bins[bin] = kPriorOrders * (priorTail(PrintClass::SingleLeg, from) - above);
    }
}

void ExactSizes::add(std::uint32_t size)
{
    if (m_orders >= kMostOrders) {
        for (double& orders : m_sizes)
            orders *= 0.5;
        for (double& orders : m_bins)
            orders *= 0.5;
        m_orders *= 0.5;
    }
    if (size < kExact)
        m_sizes[size] += 1.0;
    m_bins[sizebins::binOf(size)] += 1.0;
    m_orders += 1.0;
}

void ExactSizes::remove(std::uint32_t size)
{
    const auto less = [](double& orders) { orders = std::max(0.0, orders - 1.0); };
    if (size < kExact)
        less(m_sizes[size]);
    less(m_bins[sizebins::binOf(size)]);
    m_orders = std::max(kPriorOrders, m_orders - 1.0);
}

double ExactSizes::chance(std::uint32_t size, const TailHist& underlying) const
{
    const std::size_t bin = sizebins::binOf(size);
    const double share = m_bins[bin] / m_orders;
    const double exact = size < kExact ? m_sizes[size] / m_orders : share / binWidth(bin);
    const double tilted =
        (underlying.countIn(bin) + kTiltOrders * share) / (underlying.count() + kTiltOrders);
    return std::clamp(exact * tilted / std::max(share, kLeastChance), kLeastChance, 1.0);
}

} // namespace flowglass::detect
