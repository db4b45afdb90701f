// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportorder.h"

#include <QDir>
#include <QFile>

// Rows and files for the tests of exporting.
namespace flowglass::exporting::fixture {

struct Print
{
    const char* ticker = "O:NVDA261218C00150000";
    std::int64_t timeMs = 1'795'187'045'123; // 2026-11-20T15:04:05.123Z
    double dollars = 2.5;
    std::uint32_t size = 1;
    std::uint16_t exchange = 304;
    std::vector<int> conditions = {};
    std::uint64_t sequence = 1;
};

inline domain::Trade trade(const Print& print)
{
    domain::Trade trade;
    trade.setTime({print.timeMs});
    trade.setExchange({print.exchange});
    trade.price = *domain::Price::fromDollars(print.dollars);
    trade.size = print.size;
    trade.sequence = print.sequence;
    for (const int id : print.conditions)
        trade.conditions.add(id);
    return trade;
}

inline ExportRow row(const Print& print)
{
    ExportRow row;
    row.trade = trade(print);
    row.ticker = print.ticker;
    row.symbol = domain::OptionSymbol::parse(row.ticker);
    row.anomaly = 1;
    row.kinds.add(domain::AnomalyKind::Size);
    row.score = 5.0;
    row.explanation = QStringLiteral("big");
    return row;
}

// `count` rows, a millisecond apart, newest first; the sequence counts up with time from 0.
inline ExportOrder order(const QString& path, qint64 count)
{
    ExportOrder order;
    order.path = path;
    order.created = {1'795'190'400'000'000'000}; // 2026-11-20T16:00:00Z
    for (qint64 n = count; n-- > 0;)
        order.rows.push_back(row({.timeMs = 1'795'187'000'000 + n, .sequence = std::uint64_t(n)}));
    return order;
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

inline bool place(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

inline QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace flowglass::exporting::fixture
