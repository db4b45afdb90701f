// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conditions.h"

#include <cstdint>

namespace flowglass::detect {

// How a print is judged. The first three are judged by size, each against its own kind; SingleLeg also by
// everything else.
enum class PrintClass : std::uint8_t {
    SingleLeg,  // regular electronic, intermarket sweep, price-improvement auction, reopening
    MultiLeg,   // legs of complex and stock-option packages: the price is a share of a net price
    CrossFloor, // single-leg crosses and floor trades: arranged, often four digits by rule
    VolumeOnly, // late, extended hours, compression: counted on the tape, never judged
    Cancel
};
inline constexpr std::size_t kJudgedClasses = 3;

PrintClass classOf(domain::Conditions conditions);
bool reopensTrading(domain::Conditions conditions); // first print after a halt

} // namespace flowglass::detect
