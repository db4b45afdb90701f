// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/printclass.h"

#include <cstdint>

namespace flowglass::detect {

// What the program expects of order sizes before it has seen any: P(size at least x) of a whole market.
// Single-leg: nearly half of all orders are of one contract; steps behind the round lots 2, 5, 10, 20,
// 25, 50, 100, as published size tables of US options show them; above 100 a power law with index 1.6,
// the middle of what was measured on real samples (1.5 to 2.1). Multi-leg is a little larger. Crosses and
// floor trades are mostly arranged in hundreds (a qualified contingent cross starts at 1,000). It weighs
// as much as one order beyond x, so a few hundred real orders replace it.
double priorTail(PrintClass printClass, std::uint32_t size);
inline constexpr double kPriorTailIndex = 1.6;

} // namespace flowglass::detect
