// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/dayhistory.h"
#include "market/generator/listing.h"
#include "market/rest/restanswer.h"
#include "market/rest/restquery.h"

namespace flowglass::market {

// The trades of the tape so far: those of a contract, and the unusual ones of all. Holds references.
class TradeAnswers
{
public:
    TradeAnswers(const Listing& listing, const DayHistory& history);

    // /v3/trades/{ticker}
    RestBody of(const QString& ticker, RestQuery& query, const QUrl& base) const;
    // /options/v1/unusual-trades
    RestBody unusual(RestQuery& query, const QUrl& base) const;

private:
    QJsonObject unusualRow(const DayHistory::Print& print, const QJsonArray& flags) const;

    const Listing& m_listing;
    const DayHistory& m_history;
};

} // namespace flowglass::market
