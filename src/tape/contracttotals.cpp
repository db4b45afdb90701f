// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tape/contracttotals.h"

#include <algorithm>

namespace flowglass::tape {

std::optional<double> ContractTotals::lossyVwap() const
{
    if (volume == 0)
        return std::nullopt;
    return premium.lossyDollars() / double(volume) / 100.0;
}

void ContractTotals::add(const domain::Trade& trade)
{
    ++prints;
    newest = std::max(newest, trade.time());
    addVolume(trade);
    addPrice(trade);
}

void ContractTotals::addVolume(const domain::Trade& trade)
{
    if (!domain::updatesVolume(trade.conditions))
        return;
    volume += trade.size;
    premium += trade.premium();
}

void ContractTotals::addPrice(const domain::Trade& trade)
{
    const domain::ConditionTraits traits = domain::traitsOf(trade.conditions);
    if (!domain::updatesVolume(trade.conditions) || traits.compression || traits.proprietaryFloor ||
        traits.extendedHours)
        return;
    high = high ? std::max(*high, trade.price) : trade.price;
    low = low ? std::min(*low, trade.price) : trade.price;
    if (!last || trade.time() >= lastTime) {
        last = trade.price;
        lastTime = trade.time();
    }
}

void ContractTotals::subtract(const domain::Trade& trade)
{
    if (!domain::updatesVolume(trade.conditions))
        return;
    volume -= std::min<std::uint64_t>(volume, trade.size);
    premium -= trade.premium();
}

} // namespace flowglass::tape
