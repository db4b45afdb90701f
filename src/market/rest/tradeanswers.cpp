// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/rest/tradeanswers.h"

#include "domain/conditions.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

namespace flowglass::market {

namespace {

constexpr int kUsualTrades = 1'000;
constexpr int kMostTrades = 50'000;
constexpr int kUsualUnusual = 100;
constexpr domain::Premium kLargePremium = domain::Premium::fromUnits(100'000 * domain::kUnitsPerDollar);
constexpr std::uint32_t kLargeSize = 1'000;
constexpr std::uint8_t kIntermarketSweep = 219;

QJsonObject tradeRow(const DayHistory::Print& print)
{
    const domain::Trade& trade = print.trade;
    QJsonArray conditions;
    for (const std::uint8_t code : trade.conditions.codes()) {
        if (code != 0)
            conditions.append(code);
    }
    return {{QStringLiteral("conditions"), conditions},
            {QStringLiteral("exchange"), trade.exchange().value},
            {QStringLiteral("price"), trade.price.lossyDollars()},
            {QStringLiteral("size"), qint64(trade.size)},
            {QStringLiteral("sip_timestamp"), qint64(print.time.value)}};
}

// Which of the provider's rules the print meets; empty: it is not unusual.
QJsonArray flagsOf(const domain::Trade& trade)
{
    const domain::ConditionTraits traits = domain::traitsOf(trade.conditions);
    QJsonArray flags;
    if (traits.cancel || traits.late || traits.compression)
        return flags;
    if (trade.premium() >= kLargePremium)
        flags.append(QStringLiteral("premium"));
    if (trade.size >= kLargeSize)
        flags.append(QStringLiteral("size"));
    const auto& codes = trade.conditions.codes();
    if (std::ranges::find(codes, kIntermarketSweep) != codes.end())
        flags.append(QStringLiteral("sweep"));
    return flags;
}

// ticker, .gte and .lt of the query.
bool letsThrough(const RestQuery& query, const QString& ticker)
{
    const QString exact = query.text(QStringLiteral("ticker"));
    const QString first = query.text(QStringLiteral("ticker.gte"));
    const QString behind = query.text(QStringLiteral("ticker.lt"));
    return (exact.isEmpty() || ticker == exact) && ticker >= first && (behind.isEmpty() || ticker < behind);
}

} // namespace

TradeAnswers::TradeAnswers(const Listing& listing, const DayHistory& history) : m_listing(listing), m_history(history)
{
}

// A page's mark is the sequence number of its last row: new trades do not shift the pages.
RestBody TradeAnswers::of(const QString& ticker, RestQuery& query, const QUrl& base) const
{
    const Range times = query.range(QStringLiteral("timestamp"), RestQuery::timestamp);
    const auto limit = std::size_t(query.limit(kUsualTrades, kMostTrades));
    const bool ascending = query.ascending(false);
    if (!query.error().isEmpty())
        return badRequest(query.error());
    std::vector<DayHistory::Print> found;
    const std::int64_t mark = query.mark();
    const auto visit = [&](const DayHistory::Print& print) {
        const auto sequence = std::int64_t(print.trade.sequence);
        const bool onPage = mark == 0 || (ascending ? sequence > mark : sequence < mark);
        if (onPage && times.holds(print.time.value))
            found.push_back(print);
        const bool isPassed = print.time.value < times.from;
        return !isPassed && (ascending || found.size() <= limit); // one more tells that there is a next page
    };
    if (const auto contract = m_listing.find(ticker.toStdString()))
        m_history.visit(*contract, visit);
    if (ascending)
        std::ranges::reverse(found);
    const bool more = found.size() > limit;
    found.resize(std::min(found.size(), limit));
    QJsonArray rows;
    for (const DayHistory::Print& print : found) {
        QJsonObject row = tradeRow(print);
        row.insert(QStringLiteral("participant_timestamp"), qint64(print.time.value));
        row.insert(QStringLiteral("sequence_number"), qint64(print.trade.sequence));
        rows.append(row);
    }
    return results(rows, more ? query.nextUrl(base, std::int64_t(found.back().trade.sequence)) : QString());
}

QJsonObject TradeAnswers::unusualRow(const DayHistory::Print& print, const QJsonArray& flags) const
{
    const std::uint32_t contract = print.trade.contract.value;
    const std::string_view root = m_listing[contract].symbol.rootText();
    QJsonObject row = tradeRow(print);
    row.insert(QStringLiteral("ticker"), QString::fromStdString(m_listing[contract].ticker));
    row.insert(QStringLiteral("underlying_ticker"), QLatin1String(m_listing.profile(contract).reference));
    row.insert(QStringLiteral("root"), QLatin1String(root.data(), int(root.size())));
    row.insert(QStringLiteral("flags"), flags);
    return row;
}

// Newest first. A page's mark is the number of its last row.
RestBody TradeAnswers::unusual(RestQuery& query, const QUrl& base) const
{
    const Range times = query.range(QStringLiteral("sip_timestamp"), RestQuery::timestamp);
    const int limit = query.limit(kUsualUnusual, kMostTrades);
    if (!query.error().isEmpty())
        return badRequest(query.error());
    QJsonArray rows;
    std::uint64_t last = 0;
    bool more = false;
    const auto mark = std::uint64_t(query.mark());
    m_history.visitAll([&](std::uint64_t number, const DayHistory::Print& print) {
        const bool onPage = (mark == 0 || number < mark) && times.holds(print.time.value);
        const QJsonArray flags = onPage ? flagsOf(print.trade) : QJsonArray();
        if (!flags.isEmpty() && letsThrough(query, QString::fromStdString(m_listing[print.trade.contract.value].ticker))) {
            more = rows.size() == limit;
            if (more)
                return false;
            rows.append(unusualRow(print, flags));
            last = number;
        }
        return print.time.value >= times.from;
    });
    return results(rows, more ? query.nextUrl(base, std::int64_t(last)) : QString());
}

} // namespace flowglass::market
