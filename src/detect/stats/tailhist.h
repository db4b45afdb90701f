// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/stats/sizebins.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace flowglass::detect {

// The part of `seen` orders that is at least so large, less three sigma; 0 below ten.
inline double ownAtLeast(double atLeast, double seen)
{
    return atLeast > 9.0 ? (atLeast - 3.0 * std::sqrt(atLeast)) / seen : 0.0;
}
inline double shrunkTail(double atLeast, double seen, double parentTail)
{
    return std::max(ownAtLeast(atLeast, seen), (atLeast + 1.0) / (seen + 1.0 / parentTail));
}

// P(size at least x) of one level of a hierarchy, from counts shrunk to the parent by one pseudo-exceedance:
//   p(x) = (N(>=x) + 1) / (N + 1 / p_parent(x)),  N(>=x) with half of x's own bin,
// so that an empty level says what its parent says and an untouched tail is not talked down. Beyond the
// highest bin edge u with enough exceedances, a power law with Hill's index, shrunk to the parent's by ten
// pseudo-exceedances. Never below what the level's own counts rule out by three sigma, so that a parent that
// is wrong by orders of magnitude gives way to a dozen orders. Counts are whole numbers, held as sums from
// the top, so asking is O(1).
class TailHist
{
public:
    // How many exceedances carry the tail: the market 60, an underlying 12.
    explicit TailHist(std::uint32_t exceedances = 12) : m_exceedances(exceedances) {}

    void add(std::uint32_t size);
    void remove(std::uint32_t size); // one that was added
    std::uint32_t count() const { return m_atLeast[0]; }
    std::uint32_t countIn(std::size_t bin) const
    {
        return m_atLeast[bin] - (bin + 1 < sizebins::kBins ? m_atLeast[bin + 1] : 0);
    }
    double median() const; // 0 when empty

    // parent(x) is P(size at least x) one level up, parentIndex its tail index.
    template <class Parent>
    double tail(std::uint32_t size, double parentIndex, const Parent& parent) const
    {
        const std::size_t bin = sizebins::binOf(size);
        const std::size_t edge = m_tailBin;
        if (bin <= edge || m_atLeast[edge] < m_exceedances)
            return shrunk(midAtLeast(bin), parent(size));
        const auto u = std::uint32_t(sizebins::lowerEdge(edge));
        const double parentAtU = parent(u);
        const double beyond =
            powerTail(double(size), tailIndex(parentIndex), shrunk(double(m_atLeast[edge]), parentAtU),
                      shrunk(midAtLeast(edge), parentAtU));
        return std::max(beyond, ownAtLeast(midAtLeast(bin), double(m_atLeast[0])));
    }
    double tailIndex(double parentIndex) const; // Hill's alpha, within [0.6, 5]

    void fade(); // every count is halved
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        std::array<std::uint32_t, sizebins::kBins> counts{};
        for (std::size_t bin = 0; bin < counts.size(); ++bin) {
            counts[bin] = countIn(bin);
            pipe(counts[bin]);
        }
        if constexpr (Pipe::kReads)
            setCounts(counts);
    }

private:
    void setCounts(const std::array<std::uint32_t, sizebins::kBins>& counts);

    double midAtLeast(std::size_t bin) const;
    double shrunk(double atLeast, double parentTail) const
    {
        return shrunkTail(atLeast, double(m_atLeast[0]), parentTail);
    }
    double powerTail(double size, double index, double atEdge, double inEdgeBin) const;

    std::array<std::uint32_t, sizebins::kBins> m_atLeast{}; // orders in this bin or above
    std::uint32_t m_exceedances;
    std::uint32_t m_tailBin = 0; // of u
};

} // namespace flowglass::detect
