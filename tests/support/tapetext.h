// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "domain/trade.h"

#include <QString>
#include <QStringList>

#include <cstdio>
#include <cstdlib>

namespace flowglass::tests {

// Writes trades as text: "10:00:01.250 O:NVDA261218C00150000 2.35 x40 @302 219 q7" is 40 contracts at 2.35
// on exchange 302 with condition 219 and sequence 7, at 10:00:01.250 New York time on 20 November 2026;
// "+1d " in front is a day later. Size 1, exchange 302, no condition and no sequence when left out.
// Owns the table that the contracts are interned in. A line that cannot be read ends the test run.
class TapeText
{
public:
    static constexpr std::int64_t kMidnightMs = 1'795'150'800'000; // 2026-11-20T00:00:00-05:00

    const domain::ContractTable& contracts() const { return m_contracts; }
    domain::ContractTable& contracts() { return m_contracts; }
    domain::ContractId id(const char* ticker) { return *m_contracts.intern(ticker); }

    domain::Trade operator()(const QString& line)
    {
        QStringList words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        std::int64_t days = 0;
        if (words.value(0).startsWith(QLatin1Char('+')))
            days = words.takeFirst().chopped(1).toLongLong();
        require(words.size() >= 3, line);
        domain::Trade trade;
        trade.setTime({kMidnightMs + days * 86'400'000 + timeOf(words.takeFirst(), line)});
        trade.contract = *m_contracts.intern(words.takeFirst().toStdString());
        const auto price = domain::Price::fromDollars(words.takeFirst().toDouble());
        require(price.has_value(), line);
        trade.price = *price;
        trade.size = 1;
        trade.setExchange({302});
        for (const QString& word : words)
            addWord(trade, word, line);
        return trade;
    }

private:
    static void require(bool holds, const QString& line)
    {
        if (holds)
            return;
        std::fprintf(stderr, "not a trade: %s\n", qPrintable(line));
        std::abort();
    }

    static std::int64_t timeOf(const QString& text, const QString& line)
    {
        const QStringList parts = text.split(QLatin1Char(':'));
        require(parts.size() == 3, line);
        return parts[0].toLongLong() * 3'600'000 + parts[1].toLongLong() * 60'000 +
               std::int64_t(parts[2].toDouble() * 1000.0 + 0.5);
    }

    static void addWord(domain::Trade& trade, const QString& word, const QString& line)
    {
        bool ok = false;
        switch (word.front().toLatin1()) {
        case 'x':
            trade.size = word.mid(1).toUInt(&ok);
            break;
        case '@':
            trade.setExchange({word.mid(1).toUShort(&ok)});
            break;
        case 'q':
            trade.sequence = word.mid(1).toULongLong(&ok);
            break;
        default:
            ok = trade.conditions.add(word.toLongLong(&ok)) && ok;
        }
        require(ok, line);
    }

    domain::ContractTable m_contracts;
};

} // namespace flowglass::tests
