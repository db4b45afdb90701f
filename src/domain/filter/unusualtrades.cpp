// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/unusualtrades.h"

#include <algorithm>

namespace flowglass::detect {

bool isUnusualTrade(const domain::Trade& trade)
{
    constexpr std::uint8_t kIntermarketSweep = 219;
    const domain::ConditionTraits traits = domain::traitsOf(trade.conditions);
    if (traits.cancel || traits.late || traits.compression)
        return false;
    return trade.premium() >= kUnusualPremium || trade.size >= kUnusualSize ||
           std::ranges::find(trade.conditions.codes(), kIntermarketSweep) != trade.conditions.codes().end();
}

} // namespace flowglass::detect
