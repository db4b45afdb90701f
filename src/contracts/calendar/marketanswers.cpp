// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/calendar/marketanswers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace flowglass::contracts {

namespace {

QString text(const QJsonObject& row, const char* key) { return row.value(QLatin1String(key)).toString(); }

std::optional<domain::UnixMs> timeOf(const QString& iso)
{
    const QDateTime when = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return when.isValid() ? std::optional(domain::UnixMs{when.toMSecsSinceEpoch()}) : std::nullopt;
}

std::optional<domain::MarketException> exceptionOf(const QJsonObject& row)
{
    const QDate date = QDate::fromString(text(row, "date"), Qt::ISODate);
    const QString status = text(row, "status");
    const bool closed = status == QLatin1String("closed");
    if (!date.isValid() || (!closed && status != QLatin1String("early-close")))
        return std::nullopt;
    domain::MarketException day;
    day.day = std::int32_t(QDate(1970, 1, 1).daysTo(date));
    day.closed = closed;
    day.name = text(row, "name").simplified().left(60);
    day.open = timeOf(text(row, "open"));
    day.close = timeOf(text(row, "close"));
    return day;
}

} // namespace

std::optional<MarketNow> decodeMarketNow(const QByteArray& body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QString market = text(answer, "market");
    if (market.isEmpty())
        return std::nullopt;
    return MarketNow{market == QLatin1String("open"), timeOf(text(answer, "serverTime"))};
}

std::optional<std::vector<domain::MarketException>> decodeUpcoming(const QByteArray& body)
{
    const QJsonDocument answer = QJsonDocument::fromJson(body);
    if (!answer.isArray())
        return std::nullopt;
    std::map<std::int32_t, domain::MarketException> days;
    const QJsonArray rows = answer.array();
    for (const char* exchange : {"NYSE", "NASDAQ"}) {
        for (const QJsonValue& row : rows) {
            const auto day = exceptionOf(row.toObject());
            if (day && text(row.toObject(), "exchange") == QLatin1String(exchange))
                days.try_emplace(day->day, *day);
        }
    }
    std::vector<domain::MarketException> list;
    for (const auto& [number, day] : days)
        list.push_back(day);
    return list;
}

} // namespace flowglass::contracts
