// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "domain/contracttable.h"
#include "models/roles.h"
#include "tape/tradestore.h"

#include <QAbstractItemModel>

#include <random>
#include <string>
#include <vector>

namespace flowglass::test {

// 2026-11-20 10:04:05.000 in New York.
inline constexpr domain::UnixMs kMorning{1'795'187'045'000};

struct Print
{
    std::string ticker = "O:NVDA261218C00150000";
    std::int32_t price = 25'000; // 1/10,000 dollar
    std::uint32_t size = 1;
    std::uint16_t exchange = 304;
    std::vector<int> conditions = {209};
    std::int64_t atMs = -1; // after kMorning; -1: 5 ms after the print before
};

// A store and an engine fed as the session feeds them. An order of kHuge contracts is always flagged.
class Tape
{
public:
    static constexpr std::uint32_t kHuge = 60'000;

    explicit Tape(std::size_t capacity = 1'000'000, double flagsPer100k = 1000.0)
        : store(capacity), engine(contracts, {flagsPer100k})
    {
    }

    domain::Trade trade(const Print& print)
    {
        domain::Trade trade;
        m_time = print.atMs >= 0 ? domain::UnixMs{kMorning.value + print.atMs}
                                 : m_time + std::chrono::milliseconds(5);
        trade.setTime(m_time);
        trade.setExchange({print.exchange});
        trade.price = domain::Price::fromUnits(print.price);
        trade.size = print.size;
        trade.contract = *contracts.intern(print.ticker);
        trade.sequence = ++m_sequence;
        for (const int condition : print.conditions)
            trade.conditions.add(condition);
        return trade;
    }

    // Returns the row; the anomalies it raised or changed are added to `updated`.
    std::uint64_t add(const Print& print)
    {
        const domain::Trade next = trade(print);
        const std::uint64_t row = store.append(next);
        for (const std::uint32_t id : engine.judge(next, row))
            updated.push_back(id);
        if (const auto cancelled = engine.lastCancelled())
            store.takeBack(*cancelled);
        return row;
    }

    // A plausible stretch of tape over a few contracts; now and then a huge order, a cancel or a late print.
    void addRandom(int prints, std::mt19937& random)
    {
        static const std::vector<std::string> kTickers
            = {"O:NVDA261218C00150000", "O:NVDA261218P00140000", "O:AAPL261120C00200000", "O:NVDA1261218C00150000",
               "garbage"};
        for (int i = 0; i < prints; ++i) {
            Print print;
            print.ticker = kTickers[random() % kTickers.size()];
            print.price = std::int32_t(10'000 + random() % 20 * 500);
            print.size = random() % 400 == 0 ? kHuge + std::uint32_t(random() % 1000) : 1 + std::uint32_t(random() % 20);
            print.exchange = std::uint16_t(300 + random() % 5);
            if (random() % 50 == 0)
                print.conditions = {random() % 20 == 0 ? 201 : 202};
            add(print);
        }
    }

    // Prints that nobody judges: quick, for tests of many.
    void addUnjudged(int prints)
    {
        for (int i = 0; i < prints; ++i)
            store.append(trade({.ticker = i % 3 == 0 ? "O:AAPL261120C00200000" : "O:NVDA261218C00150000",
                                .size = 1 + std::uint32_t(i % 20)}));
    }

    template <class Model>
    void handOver(Model& model) // the updates since the last call, as the session's signal does
    {
        for (const std::uint32_t id : updated)
            model.onAnomalyUpdated(id);
        updated.clear();
    }

    // The anomaly stands and this print in it.
    bool isFlagged(std::uint64_t row) const
    {
        const auto id = engine.anomalyOfRow(row);
        return id && engine.anomaly(*id).state == domain::Anomaly::State::Open && !engine.isCancelledRow(row);
    }

    domain::ContractTable contracts;
    tape::TradeStore store;
    detect::Engine engine;
    std::vector<std::uint32_t> updated;

private:
    domain::UnixMs m_time = kMorning;
    std::uint64_t m_sequence = 0;
};

inline QVariant cell(const QAbstractItemModel& model, int row, int column, int role = Qt::DisplayRole)
{
    return model.data(model.index(row, column), role);
}
inline QString cellText(const QAbstractItemModel& model, int row, int column)
{
    return cell(model, row, column).toString();
}

// Rows of the store that the model shows, top to bottom; kGapRow for a gap.
inline constexpr qulonglong kGapRow = ~0ULL;
inline std::vector<qulonglong> shownRows(const QAbstractItemModel& model)
{
    std::vector<qulonglong> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool gap = cell(model, row, 0, models::RowKindRole).toInt() == int(models::RowKind::Gap);
        rows.push_back(gap ? kGapRow : cell(model, row, 0, models::StoreRowRole).toULongLong());
    }
    return rows;
}

} // namespace flowglass::test
