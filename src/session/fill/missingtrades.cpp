// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fill/missingtrades.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace flowglass::session {

namespace {

using Codes = std::array<std::uint8_t, 4>;
using Key = std::tuple<std::int64_t, std::int64_t, std::uint32_t, std::uint16_t, Codes>;

// The order in which conditions are listed means nothing.
Key keyOf(domain::UnixMs time, domain::Price price, std::uint32_t size, domain::ExchangeId exchange,
          domain::Conditions conditions)
{
    Codes codes{};
    std::ranges::copy(conditions.codes(), codes.begin());
    std::ranges::sort(codes);
    return {time.value, price.units(), size, exchange.value, codes};
}

} // namespace

std::vector<contracts::HistoricTrade> missingTrades(std::span<const contracts::HistoricTrade> fetched,
                                                    std::span<const domain::Trade> stored)
{
    std::map<Key, std::size_t> there;
    for (const domain::Trade& trade : stored)
        ++there[keyOf(trade.time(), trade.price, trade.size, trade.exchange(), trade.conditions)];
    std::vector<contracts::HistoricTrade> missing;
    for (const contracts::HistoricTrade& trade : fetched) {
        const auto like = there.find(
            keyOf(domain::lossyToMs(trade.time), trade.price, trade.size, trade.exchange, trade.conditions));
        if (like == there.end() || like->second == 0)
            missing.push_back(trade);
        else
            --like->second;
    }
    return missing;
}

} // namespace flowglass::session
