// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/aliastable.h"
#include "market/generator/listing.h"

#include <cstdint>
#include <vector>

namespace flowglass::market {

// How many contracts an order is for: clumps at round lots with a tilt per root, and a lognormal
// institutional part whose weight and scale differ by root and contract. Tails are heavy.
class SizeModel
{
public:
    SizeModel(const Listing& listing, std::uint64_t seed);

    std::uint32_t ordinary(std::uint32_t contract, Random& random) const;
    std::uint32_t large(Random& random) const; // crosses and floor trades
    // The size that this contract's ordinary orders reach once in 1/p.
    std::uint32_t atTail(std::uint32_t contract, double p) const;

private:
    struct Root
    {
        AliasTable clumps;
        double institutionalShare = 0.03;
        double institutionalMedian = 50.0; // contracts
    };
    double median(std::uint32_t contract) const;

    const Listing& m_listing;
    std::vector<Root> m_roots;
};

} // namespace flowglass::market
