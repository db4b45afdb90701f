// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/random/rng.h"

#include <cstdint>

namespace flowglass::quality {

// How large orders are: round lots of 1 to 100, and a lognormal part of institutions.
struct SizeLaw
{
    double institutions = 0.04; // share of orders
    double median = 50.0;       // contracts, of theirs
    double tilt = 0.0;          // above 0: larger round lots

    static constexpr double kSpread = 0.9; // sd of the log of institutional sizes

    std::uint32_t draw(Rng& rng) const;
    // The size that an order reaches with probability `tail`; for tails below 1e-3, at least 101.
    std::uint32_t sizeAtTail(double tail) const;
};

SizeLaw multiLegLaw(const SizeLaw& singleLeg);
std::uint32_t drawCrossSize(Rng& rng);

} // namespace flowglass::quality
