// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conditions.h"
#include "domain/price.h"
#include "domain/time/unixtime.h"
#include "domain/trade.h"

#include <QString>

#include <cstdint>
#include <map>
#include <vector>

namespace flowglass::contracts {

// One print of a contract as /v3/trades or /options/v1/unusual-trades tells it. The stream carries the same print with its time cut to
// milliseconds; the nanoseconds keep the order of prints of several contracts.
struct HistoricTrade
{
    domain::UnixNs time; // SIP
    domain::Price price;
    std::uint32_t size = 0; // contracts
    domain::ExchangeId exchange;
    domain::Conditions conditions;
    std::uint64_t sequence = 0; // 0: not given
    bool operator==(const HistoricTrade&) const = default;
};

using TradesByTicker = std::map<QString, std::vector<HistoricTrade>>;

} // namespace flowglass::contracts
