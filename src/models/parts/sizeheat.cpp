// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/sizeheat.h"

#include "tape/tradestore.h"

#include <algorithm>

namespace flowglass::models {

std::optional<int> SizeHeat::of(std::uint64_t row) const
{
    Known& known = m_known[row % m_known.size()];
    if (known.row != row)
        known = {row, reckon(row)};
    return known.percent < 0 ? std::nullopt : std::optional(known.percent);
}

int SizeHeat::reckon(std::uint64_t row) const
{
    const domain::Trade& trade = m_store[row];
    if (!domain::updatesVolume(trade.conditions))
        return -1;
    const auto rows = m_store.rowsOf(trade.contract);
    const auto at = std::size_t(std::ranges::lower_bound(rows, row) - rows.begin());
    std::size_t seen = 0;
    std::size_t smaller = 0;
    for (const std::uint32_t earlier : rows.subspan(at - std::min(at, kPrints), std::min(at, kPrints))) {
        if (!domain::updatesVolume(m_store[earlier].conditions))
            continue;
        ++seen;
        smaller += m_store[earlier].size < trade.size ? 1U : 0U;
    }
    return seen < kFewest ? -1 : int(smaller * 100 / seen);
}

} // namespace flowglass::models
