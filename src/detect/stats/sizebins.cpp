// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/sizebins.h"

#include <cmath>

namespace flowglass::detect::sizebins {

double lowerEdge(std::size_t bin)
{
    if (bin < 8)
        return double(bin) + 1.0;
    return bin == 8 ? 9.0 : std::ceil(8.0 * std::exp2((double(bin) - 8.0) / 4.0));
}

double middle(std::size_t bin)
{
    return bin < 8 ? double(bin) + 1.0 : 8.0 * std::exp2((double(bin) - 7.5) / 4.0);
}

} // namespace flowglass::detect::sizebins
