// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/contractsizes.h"

#include "detect/stats/tailhist.h"

#include <limits>

namespace flowglass::detect {

namespace {

// Where a fine bin lies: its coarse bin, and what part of that lies at or above its middle.
struct CoarsePlace
{
    std::uint8_t bin = 0;
    double above = 0.5;
};

CoarsePlace coarsePlace(std::size_t fine)
{
    static constexpr std::array<CoarsePlace, 8> kSmall = {
        {{0, 0.5}, {1, 0.5}, {2, 0.75}, {2, 0.25}, {3, 0.875}, {3, 0.625}, {3, 0.375}, {3, 0.125}}};
    if (fine < 8)
        return kSmall[fine];
    const std::size_t octave = 4 + (fine - 8) / 4;
    const double above = 1.0 - (double((fine - 8) % 4) + 0.5) / 4.0;
    // The last bin is open: three octaves share it.
    return octave < 15 ? CoarsePlace{std::uint8_t(octave), above} : CoarsePlace{15, 0.5};
}

} // namespace

void ContractSizes::add(std::uint32_t size)
{
    if (m_atLeast[0] == std::numeric_limits<std::uint16_t>::max())
        fade();
    const std::size_t bin = coarsePlace(sizebins::binOf(size)).bin;
    for (std::size_t at = 0; at <= bin; ++at)
        ++m_atLeast[at];
    m_low = m_low == 0 ? size : std::min(m_low, size);
    m_high = std::max(m_high, size);
}

void ContractSizes::fade()
{
    for (std::uint16_t& n : m_atLeast)
        n = std::uint16_t(n / 2);
}

void ContractSizes::remove(std::uint32_t size)
{
    const std::size_t bin = coarsePlace(sizebins::binOf(size)).bin;
    if (m_atLeast[bin] == (bin + 1 < kBins ? m_atLeast[bin + 1] : 0))
        return;
    for (std::size_t at = 0; at <= bin; ++at)
        --m_atLeast[at];
}

double ContractSizes::tail(std::uint32_t size, double parentTail) const
{
    const CoarsePlace place = coarsePlace(sizebins::binOf(size));
    const double above = place.bin + 1U < kBins ? m_atLeast[place.bin + 1U] : 0;
    const double atLeast = above + place.above * (double(m_atLeast[place.bin]) - above);
    return shrunkTail(atLeast, double(m_atLeast[0]), parentTail);
}

} // namespace flowglass::detect
