// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flowglass::detect {

// -log10 of the chance of a count of at least `count` where `mean` is expected with `variance`: a Gamma
// of the same mean and variance, its tail by Chernoff's bound. The bound is used on purpose: it discounts
// tiny means, where the exact tail calls every second event a surprise. 0 at or below the mean.
double countSurprise(double count, double mean, double variance);

} // namespace flowglass::detect
