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
using Counts = std::map<Key, std::size_t>;

// The order in which conditions are listed means nothing.
Key keyOf(domain::UnixMs time, domain::Price price, std::uint32_t size, domain::ExchangeId exchange,
          domain::Conditions conditions)
{
    Codes codes{};
    std::ranges::copy(conditions.codes(), codes.begin());
    std::ranges::sort(codes);
    return {time.value, price.units(), size, exchange.value, codes};
}

bool takeSimilar(Counts& there, const contracts::HistoricTrade& trade)
{
    const Key wanted =
        keyOf(domain::lossyToMs(trade.time), trade.price, trade.size, trade.exchange, trade.conditions);
    const auto& [time, price, size, exchange, codes] = wanted;
    for (auto like = there.lower_bound({time, price, size, 0, {}}); like != there.end(); ++like) {
        const auto& [itsTime, itsPrice, itsSize, itsExchange, itsCodes] = like->first;
        if (std::tie(itsTime, itsPrice, itsSize) != std::tie(time, price, size))
            return false;
        const bool sameExchange = exchange == 0 || exchange == itsExchange;
        const bool sameConditions = trade.conditions.isEmpty() || codes == itsCodes;
        if (like->second > 0 && sameExchange && sameConditions) {
            --like->second;
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<contracts::HistoricTrade> missingTrades(std::span<const contracts::HistoricTrade> fetched,
                                                    std::span<const domain::Trade> stored, Compare compare)
{
    Counts there;
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
    if (compare == Compare::AsGiven)
        std::erase_if(missing, [&there](const contracts::HistoricTrade& trade) { return takeSimilar(there, trade); });
    return missing;
}

} // namespace flowglass::session
