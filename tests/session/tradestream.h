// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/counters.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <random>
#include <vector>

namespace flowglass::test {

// One trade event as the provider writes it. Negative and empty values are left out.
struct Print
{
    QString ticker = QStringLiteral("O:NVDA261218C00150000");
    double price = 2.5;
    std::int64_t size = 1;
    std::int64_t sequence = 0; // 0: not given
    std::int64_t timeMs = 1'795'186'800'000;
    int exchange = 312;
    int condition = 209;
};
QString tradeEvent(const Print& print);
QString frame(const QStringList& events); // "[…,…]"

// An endless seeded feed: a few hundred contracts, small prints, and now and then a sweep over five
// venues, a block, a repeated print, a quote, a print with an impossible price, a malformed symbol.
// Counts what it made, so that a test knows what must come out. Watching is up to the test: `*`.
class TradeStream
{
public:
    explicit TradeStream(std::uint64_t seed, double tradesPerSecond = 10'000.0);

    QStringList next(int trades);                           // at least so many, whole sweeps
    const domain::Counters& made() const { return m_made; } // events, trades, duplicates, other, rejected, …
    int bigOnes() const { return m_bigOnes; }               // sweeps and blocks

private:
    struct Contract
    {
        QString ticker;
        double price = 1.0;
        std::int64_t sequence = 1000;
    };
    Contract& anyContract();
    void add(QStringList& events, Contract& contract, std::int64_t size, int exchange, int condition);
    void addOddity(QStringList& events);

    std::mt19937_64 m_random;
    std::vector<Contract> m_contracts;
    double m_msPerTrade;
    double m_timeMs = 1'795'186'800'000.0;
    QString m_last; // event, for repeats
    domain::Counters m_made;
    int m_bigOnes = 0;
};

} // namespace flowglass::test
