// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/sizes.h"

#include "bench/quality/random/portablemath.h"

#include <algorithm>
#include <array>

namespace flowglass::quality {

namespace {

struct Clump
{
    std::uint32_t size;
    double share;
    double logSize;
};
constexpr std::array<Clump, 9> kClumps = {{{1, 0.46, 0.0},
                                           {2, 0.15, 0.69},
                                           {3, 0.07, 1.10},
                                           {5, 0.11, 1.61},
                                           {10, 0.125, 2.30},
                                           {20, 0.04, 3.00},
                                           {25, 0.015, 3.22},
                                           {50, 0.02, 3.91},
                                           {100, 0.01, 4.61}}};
constexpr double kRound = 0.85; // of the retail orders; the others are anything up to the round lot
constexpr double kMost = 200'000.0;

std::uint32_t drawRetail(Rng& rng, double tilt)
{
    std::array<double, kClumps.size()> upTo{};
    double sum = 0.0;
    for (std::size_t at = 0; at < kClumps.size(); ++at)
        upTo[at] = sum += kClumps[at].share * (1.0 + tilt * kClumps[at].logSize);
    const double drawn = rng.unit() * sum;
    const auto at = std::size_t(std::ranges::lower_bound(upTo, drawn) - upTo.begin());
    const std::uint32_t lot = kClumps[std::min(at, kClumps.size() - 1)].size;
    return rng.chance(kRound) ? lot : 1 + std::uint32_t(rng.below(int(lot)));
}

} // namespace

std::uint32_t SizeLaw::draw(Rng& rng) const
{
    if (!rng.chance(institutions))
        return drawRetail(rng, tilt);
    return std::uint32_t(std::clamp(median * rng.lognormal(kSpread) + 0.5, 1.0, kMost));
}

std::uint32_t SizeLaw::sizeAtTail(double tail) const
{
    const double z = portable::normalTailQuantile(std::min(0.5, tail / institutions));
    return std::uint32_t(std::clamp(median * portable::exp(kSpread * z) + 1.0, 101.0, kMost));
}

SizeLaw multiLegLaw(const SizeLaw& singleLeg)
{
    return {std::min(0.5, singleLeg.institutions * 2.5), singleLeg.median * 1.6, singleLeg.tilt};
}

std::uint32_t drawCrossSize(Rng& rng)
{
    const double size = 400.0 * rng.lognormal(1.1);
    return std::uint32_t(std::clamp(size + 0.5, 10.0, kMost));
}

} // namespace flowglass::quality
