// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flowglass::quality {

// exp, log and the normal distribution from additions, multiplications, divisions and square roots alone, so
// that a seed gives the same tape to the last bit on every machine (built without fused multiply-add; the
// libraries' own exp and log may differ in the last digit). Relative error below 1e-14 where not said.
namespace portable {

double exp(double x); // 0 below -700, its value at 700 above
double log(double x); // x > 0
double pow(double x, double y);
double normalCdf(double z);             // to 1e-7
double normalTail(double z);            // P(Z >= z), to 1e-4 of its value
double normalTailQuantile(double tail); // z with normalTail(z) = tail

} // namespace portable

} // namespace flowglass::quality
