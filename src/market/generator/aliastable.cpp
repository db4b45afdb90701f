// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/aliastable.h"

#include <numeric>

namespace flowglass::market {

AliasTable::AliasTable(const std::vector<double>& weights) : m_columns(weights.size())
{
    const double mean = std::accumulate(weights.begin(), weights.end(), 0.0) / double(weights.size());
    std::vector<double> rest(weights.size());
    std::vector<std::uint32_t> poor;
    std::vector<std::uint32_t> rich;
    for (std::uint32_t i = 0; i < weights.size(); ++i) {
        rest[i] = weights[i] / mean;
        m_columns[i].alias = i;
        (rest[i] < 1.0 ? poor : rich).push_back(i);
    }
    while (!poor.empty() && !rich.empty()) {
        const std::uint32_t small = poor.back();
        const std::uint32_t large = rich.back();
        poor.pop_back();
        m_columns[small] = {rest[small], large};
        rest[large] -= 1.0 - rest[small];
        if (rest[large] < 1.0) {
            rich.pop_back();
            poor.push_back(large);
        }
    }
}

} // namespace flowglass::market
