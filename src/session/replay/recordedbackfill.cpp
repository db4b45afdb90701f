// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/replay/recordedbackfill.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>

namespace flowglass::session {

namespace {

using State = tape::GapFill::State;
using Check = tape::GapFill::Check;

const QLatin1String kFrom("from_ms");
const QLatin1String kTo("to_ms");
const QLatin1String kTickers("tickers");
const QLatin1String kRows("rows");
const QLatin1String kState("state");
const QLatin1String kJudged("judged");
const QLatin1String kReason("reason");
const QLatin1String kUnusual("unusual");
const QLatin1String kCheck("check");
const QLatin1String kDone("done");
const QLatin1String kPartly("partly");
const QLatin1String kUnderlyings("underlyings");
constexpr qsizetype kFixedCells = 6; // before the conditions

struct StateWord
{
    State state;
    QLatin1String word;
};
constexpr std::array<StateWord, 3> kStates = {{{State::Filled, QLatin1String("filled")},
                                               {State::Partly, QLatin1String("partly")},
                                               {State::Failed, QLatin1String("failed")}}};

QJsonArray formOf(const Backfill::Row& row)
{
    const domain::Trade& trade = row.trade;
    QJsonArray cells{qint64(row.ticker), qint64(trade.time().value),     qint64(trade.price.units()),
                     qint64(trade.size), qint64(trade.exchange().value), qint64(trade.sequence)};
    for (const std::uint8_t code : trade.conditions.codes())
        if (code != 0)
            cells.append(int(code));
    return cells;
}

bool isWithin(qint64 value, qint64 least, qint64 most)
{
    return value >= least && value <= most;
}

std::optional<Backfill::Row> rowOf(const QJsonArray& cells, std::size_t tickers)
{
    if (cells.size() < kFixedCells)
        return std::nullopt;
    std::array<qint64, kFixedCells> values{};
    for (qsizetype at = 0; at < kFixedCells; ++at)
        values[std::size_t(at)] = cells[at].toInteger(-1);
    const auto [ticker, ms, price, size, exchange, sequence] = values;
    if (!isWithin(ticker, 0, qint64(tickers) - 1) || !isWithin(ms, 0, domain::Trade::kMaxTimeMs) ||
        !isWithin(price, 0, std::numeric_limits<std::int32_t>::max()) ||
        !isWithin(size, 0, domain::Trade::kMaxSize) || !isWithin(exchange, 0, 0xFFFF))
        return std::nullopt;
    Backfill::Row row;
    row.ticker = std::uint32_t(ticker);
    row.trade.setTime({ms});
    row.trade.setExchange({std::uint16_t(exchange)});
    row.trade.price = domain::Price::fromUnits(std::int32_t(price));
    row.trade.size = std::uint32_t(size);
    row.trade.sequence = std::uint64_t(sequence);
    for (qsizetype at = kFixedCells; at < cells.size(); ++at)
        row.trade.conditions.add(int(cells[at].toInteger()));
    return row;
}

std::optional<domain::WatchList> watchOf(const QJsonArray& names)
{
    QStringList entries;
    for (const QJsonValue name : names)
        entries << name.toString();
    const domain::Result<domain::WatchList> watch = domain::WatchList::parse(entries.join(QLatin1Char(',')));
    return watch ? std::optional(*watch) : std::nullopt;
}

std::optional<Backfill::Outcome> outcomeOf(const QJsonObject& data)
{
    const QString word = data.value(kState).toString();
    const auto known = std::ranges::find_if(kStates, [&word](const StateWord& state) { return word == state.word; });
    if (known == kStates.end())
        return std::nullopt;
    const QString check = data.value(kCheck).toString();
    return Backfill::Outcome{known->state, data.value(kJudged).toBool(), data.value(kReason).toString(),
                             check == kDone     ? Check::Done
                             : check == kPartly ? Check::Partly
                                                : Check::None};
}

} // namespace

QJsonObject recordedBackfill(const Backfill& fill)
{
    QJsonArray tickers;
    for (const std::string& ticker : fill.tickers)
        tickers.append(QString::fromStdString(ticker));
    QJsonArray rows;
    for (const Backfill::Row& row : fill.rows)
        rows.append(formOf(row));
    QJsonObject data{
        {kFrom, qint64(fill.from.value)}, {kTo, qint64(fill.to.value)}, {kTickers, tickers}, {kRows, rows}};
    if (fill.unusual)
        data[kUnusual] = true;
    if (fill.watch)
        data[kUnderlyings] = QJsonArray::fromStringList(fill.watch->entries());
    if (!fill.outcome)
        return data;
    data[kState] = std::ranges::find(kStates, fill.outcome->state, &StateWord::state)->word;
    data[kJudged] = fill.outcome->judged;
    data[kReason] = fill.outcome->reason;
    if (fill.outcome->check == Check::Done || fill.outcome->check == Check::Partly)
        data[kCheck] = fill.outcome->check == Check::Done ? kDone : kPartly;
    return data;
}

std::optional<Backfill> replayedBackfill(const QJsonObject& data)
{
    Backfill fill;
    fill.from = {data.value(kFrom).toInteger(-1)};
    fill.to = std::max(fill.from, {data.value(kTo).toInteger(-1)}); // as the gap is read
    for (const QJsonValue ticker : data.value(kTickers).toArray())
        fill.tickers.push_back(ticker.toString().toStdString());
    for (const QJsonValue cells : data.value(kRows).toArray()) {
        const std::optional<Backfill::Row> row = rowOf(cells.toArray(), fill.tickers.size());
        if (!row)
            return std::nullopt;
        fill.rows.push_back(*row);
    }
    fill.outcome = outcomeOf(data);
    fill.unusual = data.value(kUnusual).toBool();
    fill.watch = watchOf(data.value(kUnderlyings).toArray());
    return fill;
}

Backfill byWatchOfNow(Backfill fill)
{
    fill.watch.reset();
    return fill;
}

} // namespace flowglass::session
