// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tradestream.h"

#include <cmath>

namespace flowglass::test {

QString tradeEvent(const Print& print)
{
    QString text = QStringLiteral(R"({"ev":"T","sym":"%1","x":%2,"p":%3,"s":%4)")
                       .arg(print.ticker)
                       .arg(print.exchange)
                       .arg(print.price, 0, 'f', 4)
                       .arg(print.size);
    if (print.condition > 0)
        text += QStringLiteral(R"(,"c":[%1])").arg(print.condition);
    text += QStringLiteral(R"(,"t":%1)").arg(print.timeMs);
    if (print.sequence != 0)
        text += QStringLiteral(R"(,"q":%1)").arg(print.sequence);
    return text + QLatin1Char('}');
}

QString frame(const QStringList& events)
{
    return QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']');
}

TradeStream::TradeStream(std::uint64_t seed, double tradesPerSecond)
    : m_random(seed), m_msPerTrade(1000.0 / tradesPerSecond)
{
    for (const char* root : {"NVDA", "NVDA1", "TSLA", "SPXW"}) {
        for (int strike = 100; strike < 180; ++strike) {
            const QChar right = QLatin1Char(strike % 2 == 0 ? 'C' : 'P');
            const QString mils = QString::number(strike * 1'000).rightJustified(8, QLatin1Char('0'));
            m_contracts.push_back(
                {QLatin1String("O:") + QLatin1String(root) + QLatin1String("261218") + right + mils,
                 0.5 + double(strike % 17)});
        }
    }
}

TradeStream::Contract& TradeStream::anyContract()
{
    return m_contracts[m_random() % m_contracts.size()];
}

void TradeStream::add(QStringList& events, Contract& contract, std::int64_t size, int exchange, int condition)
{
    contract.sequence += 1 + std::int64_t(m_random() % 3);
    m_last = tradeEvent({contract.ticker, contract.price, size, contract.sequence, std::int64_t(m_timeMs),
                         exchange, condition});
    events << m_last;
    m_timeMs += m_msPerTrade;
    ++m_made.events;
    ++m_made.trades;
}

void TradeStream::addOddity(QStringList& events)
{
    ++m_made.events;
    switch (m_random() % 4) {
    case 0:
        events << m_last;
        ++m_made.trades;
        ++m_made.duplicates;
        break;
    case 1:
        events << QStringLiteral(
            R"({"ev":"Q","sym":"O:NVDA261218C00150000","bp":1.5,"ap":1.6,"t":1795186800000})");
        ++m_made.other;
        break;
    case 2:
        events << tradeEvent({.price = -1.0});
        ++m_made.rejected;
        break;
    default:
        events << tradeEvent({.ticker = QStringLiteral("O:NONSENSE"), .timeMs = std::int64_t(m_timeMs)});
        ++m_made.trades;
        ++m_made.malformedSymbols;
        break;
    }
}

QStringList TradeStream::next(int trades)
{
    QStringList events;
    const std::uint64_t until = m_made.trades + std::uint64_t(trades);
    while (m_made.trades < until) {
        const std::uint64_t dice = m_random() % 4096;
        Contract& contract = anyContract();
        if (dice == 0) { // a block
            add(events, contract, 3'000, 302, 209);
            ++m_bigOnes;
        } else if (dice == 1) { // a sweep: one moment, five venues
            for (const int exchange : {301, 302, 309, 312, 313})
                add(events, contract, 400, exchange, 219);
            ++m_bigOnes;
        } else if (dice < 12 && !m_last.isEmpty()) {
            addOddity(events);
        } else {
            const double heavy = std::exp(double(m_random() % 1000) / 1000.0 * 3.0);
            add(events, contract, std::int64_t(heavy), 300 + int(m_random() % 20), 209);
        }
    }
    return events;
}

} // namespace flowglass::test
