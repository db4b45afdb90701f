// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/dayhistory.h"
#include "market/rest/contractanswers.h"
#include "market/rest/restanswer.h"
#include "market/rest/snapshotanswers.h"
#include "market/rest/tradeanswers.h"
#include "market/tapegenerator.h"

#include <QString>
#include <QUrl>

#include <cstdint>

namespace flowglass::market {

// Answers the provider's REST requests from the generator's state and the tape so far: keys, routes,
// pages and error bodies. Knows nothing of sockets. Holds references; one thread.
class MarketApi
{
public:
    // base: scheme, host and port that next_url starts with.
    MarketApi(const TapeGenerator& generator, const DayHistory& history, QString acceptedKey, QUrl base);

    // authorization: the header's value. now: of the market.
    RestAnswer answer(const QUrl& url, const QByteArray& authorization, domain::UnixMs now);

private:
    RestBody route(const QUrl& url, RestQuery& query, domain::UnixMs now) const;
    QByteArray nextRequestId();

    QString m_acceptedKey;
    QUrl m_base;
    ContractAnswers m_contracts;
    SnapshotAnswers m_snapshots;
    TradeAnswers m_trades;
    std::uint64_t m_requests = 0;
};

} // namespace flowglass::market
