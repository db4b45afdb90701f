// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/systems/tapetrades.h"

namespace flowglass::quality {

TapeTrades::TapeTrades(const Tape& tape)
{
    for (const ListedContract& contract : tape.universe.contracts)
        contracts.intern(contract.ticker);
    trades.reserve(tape.prints.size());
    for (const Print& print : tape.prints) {
        domain::Trade trade;
        trade.setTime({print.ms});
        trade.setExchange({print.exchange});
        trade.sequence = trades.size() + 1;
        trade.price = domain::Price::fromUnits(print.cents * std::int32_t(domain::kUnitsPerDollar / 100));
        trade.contract = {print.contract};
        trade.size = print.size;
        trade.conditions.add(print.condition);
        trades.push_back(trade);
    }
}

} // namespace flowglass::quality
