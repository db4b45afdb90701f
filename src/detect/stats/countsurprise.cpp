// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/countsurprise.h"

#include <cmath>
#include <numbers>

namespace flowglass::detect {

double countSurprise(double count, double mean, double variance)
{
    if (!(count > mean) || !(mean > 0.0) || !(variance > 0.0))
        return 0.0;
    const double shape = mean * mean / variance;
    const double x = count * mean / variance;
    return (x - shape + shape * std::log(shape / x)) / std::numbers::ln10;
}

} // namespace flowglass::detect
