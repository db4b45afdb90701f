// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/marketcalendar.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace flowglass::contracts {

// What /v1/marketstatus/now says: the regular session; extended hours count as closed.
struct MarketNow
{
    bool open = false;
    std::optional<domain::UnixMs> at; // by the provider's clock
};

// Neither answer has an envelope. Nothing when it is not of the right shape; fields and rows that are missing
// or unknown are passed over.
std::optional<MarketNow> decodeMarketNow(const QByteArray& body);
// Of /v1/marketstatus/upcoming: one row per day, that of NYSE before that of NASDAQ; others do not trade options.
std::optional<std::vector<domain::MarketException>> decodeUpcoming(const QByteArray& body);

} // namespace flowglass::contracts
