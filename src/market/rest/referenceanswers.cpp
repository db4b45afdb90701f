// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/rest/referenceanswers.h"

#include "domain/conditions.h"
#include "domain/exchanges.h"
#include "domain/time/markettime.h"
#include "domain/optionsymbol.h"
#include "market/generator/tradingcalendar.h"

#include <array>

namespace flowglass::market {

namespace {

// The 33 OPRA trade conditions as the provider names them; letter by letter from 201 and from 227.
struct Condition
{
    int id;
    const char* name;
};
constexpr std::array kConditions = {
    Condition{201, "Canceled"},
    Condition{202, "Late and Out Of Sequence"},
    Condition{203, "Last and Canceled"},
    Condition{204, "Late"},
    Condition{205, "Opening Trade and Canceled"},
    Condition{206, "Opening Trade, Late, and Out Of Sequence"},
    Condition{207, "Only Trade and Canceled"},
    Condition{208, "Opening Trade and Late"},
    Condition{209, "Automatic Execution"},
    Condition{210, "Reopening Trade"},
    Condition{219, "Intermarket Sweep Order"},
    Condition{227, "Single Leg Auction Non ISO"},
    Condition{228, "Single Leg Auction ISO"},
    Condition{229, "Single Leg Cross Non ISO"},
    Condition{230, "Single Leg Cross ISO"},
    Condition{231, "Single Leg Floor Trade"},
    Condition{232, "Multi Leg auto-electronic trade"},
    Condition{233, "Multi Leg Auction"},
    Condition{234, "Multi Leg Cross"},
    Condition{235, "Multi Leg floor trade"},
    Condition{236, "Multi Leg auto-electronic trade against single leg(s)"},
    Condition{237, "Stock Options Auction"},
    Condition{238, "Multi Leg Auction against single leg(s)"},
    Condition{239, "Multi Leg floor trade against single leg(s)"},
    Condition{240, "Stock Options auto-electronic trade"},
    Condition{241, "Stock Options Cross"},
    Condition{242, "Stock Options floor trade"},
    Condition{243, "Stock Options auto-electronic trade against single leg(s)"},
    Condition{244, "Stock Options Auction against single leg(s)"},
    Condition{245, "Stock Options floor trade against single leg(s)"},
    Condition{246, "Multi Leg Floor Trade of Proprietary Products"},
    Condition{247, "Multilateral Compression Trade of Proprietary Products"},
    Condition{248, "Extended Hours Trade"},
};
constexpr int kOpraSip = 314;
constexpr int kUsualPage = 10;
constexpr int kLargestPage = 1000;

QJsonObject conditionRow(const Condition& condition)
{
    domain::Conditions one;
    one.add(condition.id);
    const bool volume = domain::updatesVolume(one);
    const bool price = volume && condition.id < 246;
    const char letter = char(condition.id < 227 ? 'A' + condition.id - 201 : 'a' + condition.id - 227);
    const QJsonObject rules{{QStringLiteral("updates_volume"), volume},
                            {QStringLiteral("updates_high_low"), price},
                            {QStringLiteral("updates_open_close"), price}};
    return {{QStringLiteral("id"), condition.id},
            {QStringLiteral("type"), QStringLiteral("sale_condition")},
            {QStringLiteral("name"), QLatin1String(condition.name)},
            {QStringLiteral("abbreviation"), domain::conditionCodes(one)},
            {QStringLiteral("asset_class"), QStringLiteral("options")},
            {QStringLiteral("data_types"), QJsonArray{QStringLiteral("trade")}},
            {QStringLiteral("sip_mapping"), QJsonObject{{QStringLiteral("OPRA"), QString(QLatin1Char(letter))}}},
            {QStringLiteral("update_rules"), QJsonObject{{QStringLiteral("consolidated"), rules},
                                                         {QStringLiteral("market_center"), rules}}}};
}

// Empty or one of what this market has: options only.
bool isOptions(const RestQuery& query)
{
    const QString asset = query.text(QStringLiteral("asset_class"));
    return asset.isEmpty() || asset == QLatin1String("options");
}

} // namespace

RestBody conditionList(RestQuery& query)
{
    const int limit = query.limit(kUsualPage, kLargestPage);
    if (!query.error().isEmpty())
        return badRequest(query.error());
    const QString type = query.text(QStringLiteral("data_type"));
    const bool trades = type.isEmpty() || type == QLatin1String("trade");
    QJsonArray rows;
    for (const Condition& condition : kConditions) {
        if (isOptions(query) && trades && rows.size() < limit)
            rows.append(conditionRow(condition));
    }
    RestBody body = results(rows);
    body.object.insert(QStringLiteral("count"), rows.size());
    return body;
}

RestBody exchangeList(RestQuery& query)
{
    QJsonArray rows;
    for (int id = 300; id < 326 && isOptions(query); ++id) {
        const domain::ExchangeId exchange{std::uint16_t(id)};
        const QString name = domain::exchangeName(exchange);
        if (name.startsWith(QLatin1Char('#')))
            continue; // no venue has that letter
        const bool sip = id == kOpraSip;
        rows.append(QJsonObject{{QStringLiteral("id"), id},
                                {QStringLiteral("type"), sip ? QStringLiteral("SIP") : QStringLiteral("exchange")},
                                {QStringLiteral("asset_class"), QStringLiteral("options")},
                                {QStringLiteral("locale"), QStringLiteral("us")},
                                {QStringLiteral("name"), name},
                                {QStringLiteral("mic"), domain::exchangeMic(exchange)},
                                {QStringLiteral("participant_id"), QString(QLatin1Char(char('A' + id - 300)))}});
    }
    RestBody body = results(rows);
    body.object.insert(QStringLiteral("count"), rows.size());
    return body;
}

QJsonObject marketStatus(domain::UnixMs now)
{
    const QString open = QStringLiteral("open");
    return {{QStringLiteral("market"), open},
            {QStringLiteral("earlyHours"), false},
            {QStringLiteral("afterHours"), false},
            {QStringLiteral("serverTime"), domain::ZoneTime::newYork().isoText(now)},
            {QStringLiteral("exchanges"), QJsonObject{{QStringLiteral("nasdaq"), open},
                                                      {QStringLiteral("nyse"), open},
                                                      {QStringLiteral("otc"), open}}},
            {QStringLiteral("currencies"), QJsonObject{{QStringLiteral("fx"), open}, {QStringLiteral("crypto"), open}}},
            {QStringLiteral("indicesGroups"), QJsonObject{{QStringLiteral("s_and_p"), open}}}};
}

QJsonArray upcomingHolidays(domain::UnixMs now)
{
    QJsonArray rows;
    const std::int32_t today = domain::ZoneTime::newYork().day(now);
    for (std::int32_t day = today; day < today + 366; ++day) {
        if (holidayName(day) == nullptr)
            continue;
        for (const char* exchange : {"NYSE", "NASDAQ"}) {
            const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
            rows.append(QJsonObject{{QStringLiteral("date"), domain::isoDate(date)},
                                    {QStringLiteral("exchange"), QLatin1String(exchange)},
                                    {QStringLiteral("name"), QLatin1String(holidayName(day))},
                                    {QStringLiteral("status"), QStringLiteral("closed")}});
        }
    }
    return rows;
}

} // namespace flowglass::market
