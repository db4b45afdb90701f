// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/dayhistory.h"
#include "market/rest/contractanswers.h"
#include "market/tapegenerator.h"

#include <vector>

namespace flowglass::market {

// Snapshots of contracts from the generator's state and the tape so far. Holds references.
class SnapshotAnswers
{
public:
    // Made before the first print: the prices of that moment are yesterday's close.
    SnapshotAnswers(const TapeGenerator& generator, const DayHistory& history, const ContractAnswers& contracts);

    // /v3/snapshot/options/{underlying} and /v3/snapshot/options/{underlying}/{ticker}
    RestBody chain(const QString& underlying, RestQuery& query, const QUrl& base, domain::UnixMs now) const;
    RestBody one(const QString& underlying, const QString& ticker, domain::UnixMs now) const;

private:
    QJsonObject snapshot(std::uint32_t contract, domain::UnixMs now) const;
    QJsonObject day(std::uint32_t contract) const;

    const TapeGenerator& m_generator;
    const DayHistory& m_history;
    const ContractAnswers& m_contracts;
    std::vector<double> m_previousCloses; // dollars
};

} // namespace flowglass::market
