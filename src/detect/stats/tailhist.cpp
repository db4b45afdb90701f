// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/tailhist.h"

namespace flowglass::detect {

namespace {

constexpr double kPseudoTail = 10.0;
constexpr double kLowestIndex = 0.6;
constexpr double kHighestIndex = 5.0;

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

void TailHist::fade()
{
    std::array<std::uint32_t, sizebins::kBins> counts{};
    for (std::size_t bin = 0; bin < counts.size(); ++bin)
        counts[bin] = countIn(bin) / 2;
    setCounts(counts);
}

void TailHist::setCounts(const std::array<std::uint32_t, sizebins::kBins>& counts)
{
    std::uint32_t atLeast = 0;
    m_tailBin = 0;
    for (std::size_t bin = sizebins::kBins; bin-- > 0;) {
        m_atLeast[bin] = atLeast += counts[bin];
        if (m_tailBin == 0 && atLeast >= m_exceedances)
            m_tailBin = std::uint32_t(bin);
    }
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

} // namespace flowglass::detect
