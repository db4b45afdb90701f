// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/sizemodel.h"

#include "market/generator/blackscholes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace flowglass::market {

namespace {

struct Clump
{
    std::uint32_t size;
    double weight;
};
constexpr std::array kClumps = {
    Clump{1, .40},  Clump{2, .14},  Clump{3, .07},   Clump{4, .045},  Clump{5, .085}, Clump{6, .025},
    Clump{7, .018}, Clump{8, .018}, Clump{9, .010},  Clump{10, .080}, Clump{12, .01}, Clump{15, .014},
    Clump{20, .03}, Clump{25, .014}, Clump{30, .007}, Clump{40, .004}, Clump{50, .014}, Clump{100, .010},
};
constexpr double kInstitutionalSigma = 0.9;
constexpr double kLargest = 20'000.0; // contracts

std::uint32_t wholeLots(double size)
{
    return std::uint32_t(std::lround(std::clamp(size, 1.0, kLargest)));
}

} // namespace

SizeModel::SizeModel(const Listing& listing, std::uint64_t seed) : m_listing(listing)
{
    Random random(seed, 0x33);
    for (std::size_t u = 0; u < underlyings().size(); ++u) {
        Root root;
        const double tilt = 0.15 * random.normal(); // above 0: larger clumps are more usual
        std::vector<double> weights;
        for (const Clump& clump : kClumps)
            weights.push_back(clump.weight * std::pow(double(clump.size), tilt));
        root.clumps = AliasTable(weights);
        root.institutionalShare = std::min(0.08, random.logNormal(0.025, 0.5));
        root.institutionalMedian = std::clamp(random.logNormal(50.0, 0.5), 20.0, 120.0);
        m_roots.push_back(std::move(root));
    }
}

double SizeModel::median(std::uint32_t contract) const
{
    return m_roots[m_listing[contract].underlying].institutionalMedian * m_listing[contract].institutionalScale;
}

std::uint32_t SizeModel::ordinary(std::uint32_t contract, Random& random) const
{
    const Root& root = m_roots[m_listing[contract].underlying];
    if (random.chance(root.institutionalShare))
        return wholeLots(random.logNormal(median(contract), kInstitutionalSigma));
    return kClumps[root.clumps.pick(random)].size;
}

std::uint32_t SizeModel::large(Random& random) const
{
    return wholeLots(random.logNormal(400.0, kInstitutionalSigma));
}

std::uint32_t SizeModel::atTail(std::uint32_t contract, double p) const
{
    const double share = m_roots[m_listing[contract].underlying].institutionalShare;
    const double z = normalUpperQuantile(std::min(p / share, 0.5));
    return wholeLots(std::max(median(contract) * std::exp(kInstitutionalSigma * z), 120.0));
}

} // namespace flowglass::market
