// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filter/unusualtrades.h"

#include <algorithm>

namespace flowglass::domain {

bool isUnusualTrade(const Trade& trade)
{
    constexpr std::uint8_t kIntermarketSweep = 219;
    const ConditionTraits traits = traitsOf(trade.conditions);
    if (traits.cancel || traits.late || traits.compression)
        return false;
    return trade.premium() >= kUnusualPremium || trade.size >= kUnusualSize ||
           std::ranges::find(trade.conditions.codes(), kIntermarketSweep) != trade.conditions.codes().end();
}

} // namespace flowglass::domain
