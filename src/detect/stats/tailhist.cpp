// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/tailhist.h"

#include <limits>

namespace flowglass::detect {

namespace {

constexpr double kPseudoTail = 10.0;
constexpr double kLowestIndex = 0.6;
constexpr double kHighestIndex = 5.0;

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

void TailHist::add(std::uint32_t size)
{
    const std::size_t bin = sizebins::binOf(size);
    for (std::size_t at = 0; at <= bin; ++at)
        ++m_atLeast[at];
    while (m_tailBin + 1 < sizebins::kBins && m_atLeast[m_tailBin + 1] >= m_exceedances)
        ++m_tailBin;
}

void TailHist::remove(std::uint32_t size)
{
    const std::size_t bin = sizebins::binOf(size);
    if (m_atLeast[bin] == (bin + 1 < sizebins::kBins ? m_atLeast[bin + 1] : 0))
        return; // never added
    for (std::size_t at = 0; at <= bin; ++at)
        --m_atLeast[at];
    while (m_tailBin > 0 && m_atLeast[m_tailBin] < m_exceedances)
        --m_tailBin;
}

double TailHist::median() const
{
    std::size_t bin = 0;
    while (bin + 1 < sizebins::kBins && m_atLeast[bin + 1] * 2ULL > m_atLeast[0])
        ++bin;
    return count() == 0 ? 0.0 : sizebins::middle(bin);
}

double TailHist::midAtLeast(std::size_t bin) const
{
    const std::uint32_t above = bin + 1 < sizebins::kBins ? m_atLeast[bin + 1] : 0;
    return 0.5 * (double(m_atLeast[bin]) + double(above));
}

double TailHist::tailIndex(double parentIndex) const
{
    const double u = m_tailBin < 8 ? double(m_tailBin) + 0.5 : sizebins::lowerEdge(m_tailBin);
    double logs = 0.0;
    for (std::size_t bin = m_tailBin; bin < sizebins::kBins && m_atLeast[bin] > 0; ++bin) {
        const std::uint32_t above = bin + 1 < sizebins::kBins ? m_atLeast[bin + 1] : 0;
        logs += double(m_atLeast[bin] - above) * std::log(std::max(1.0, sizebins::middle(bin) / u));
    }
    const double index = (double(m_atLeast[m_tailBin]) + kPseudoTail) / (logs + kPseudoTail / parentIndex);
    return std::clamp(index, kLowestIndex, kHighestIndex);
}

// Never above the bin it continues, so that larger is never likelier.
double TailHist::powerTail(double size, double index, double atEdge, double inEdgeBin) const
{
    return std::min(inEdgeBin, atEdge * std::pow(size / sizebins::lowerEdge(m_tailBin), -index));
}

void ContractSizes::add(std::uint32_t size)
{
    if (m_atLeast[0] == std::numeric_limits<std::uint16_t>::max()) {
        for (std::uint16_t& n : m_atLeast)
            n = std::uint16_t(n / 2);
    }
    const std::size_t bin = coarsePlace(sizebins::binOf(size)).bin;
    for (std::size_t at = 0; at <= bin; ++at)
        ++m_atLeast[at];
    m_low = m_low == 0 ? size : std::min(m_low, size);
    m_high = std::max(m_high, size);
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
