// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/rest/marketapi.h"

#include "domain/time/markettime.h"
#include "market/rest/referenceanswers.h"

#include <QJsonDocument>

namespace flowglass::market {

namespace {

constexpr int kNoRoute = 0; // a RestBody status: there is no such route

// "/v3/x/{rest}" -> rest; empty when the path does not start so.
QString after(const QString& path, QLatin1String start)
{
    return path.startsWith(start) ? path.mid(start.size()) : QString();
}

QByteArray json(const QJsonDocument& document) { return document.toJson(QJsonDocument::Compact); }

} // namespace

MarketApi::MarketApi(const TapeGenerator& generator, const DayHistory& history, QString acceptedKey, QUrl base)
    : m_acceptedKey(std::move(acceptedKey))
    , m_base(std::move(base))
    , m_contracts(generator.listing())
    , m_snapshots(generator, history, m_contracts)
    , m_trades(generator.listing(), history)
{
}

QByteArray MarketApi::nextRequestId()
{
    Random random(++m_requests, 0x88);
    return QByteArray::number(random.bits(), 16).rightJustified(16, '0')
           + QByteArray::number(random.bits(), 16).rightJustified(16, '0');
}

RestAnswer MarketApi::answer(const QUrl& url, const QByteArray& authorization, domain::UnixMs now)
{
    RestAnswer answer;
    answer.requestId = nextRequestId();
    RestQuery query(url);
    QString key = QUrlQuery(url).queryItemValue(QStringLiteral("apiKey"), QUrl::FullyDecoded);
    if (authorization.startsWith("Bearer "))
        key = QString::fromUtf8(authorization.mid(7)).trimmed();

    RestBody body;
    if (!m_acceptedKey.isEmpty() && key != m_acceptedKey) {
        body = unknownKey(key.isEmpty() ? QStringLiteral("API Key was not provided")
                                        : QStringLiteral("Unknown API Key"));
    } else if (url.path() == QLatin1String("/v1/marketstatus/now")) {
        answer.body = json(QJsonDocument(marketStatus(now)));
        return answer;
    } else if (url.path() == QLatin1String("/v1/marketstatus/upcoming")) {
        answer.body = json(QJsonDocument(upcomingHolidays(now)));
        return answer;
    } else {
        body = route(url, query, now);
    }
    if (body.status == kNoRoute) {
        answer.status = 404;
        answer.type = "text/plain";
        answer.body = "404 page not found";
        return answer;
    }
    body.object.insert(QStringLiteral("request_id"), QString::fromLatin1(answer.requestId));
    answer.status = body.status;
    answer.body = json(QJsonDocument(body.object));
    return answer;
}

RestBody MarketApi::route(const QUrl& url, RestQuery& query, domain::UnixMs now) const
{
    const QString path = url.path(QUrl::FullyDecoded);
    const std::int32_t today = domain::ZoneTime::newYork().day(now);
    if (!query.error().isEmpty())
        return badRequest(query.error());
    if (path == QLatin1String("/v3/reference/options/contracts"))
        return m_contracts.list(query, m_base, today);
    if (path == QLatin1String("/v3/reference/conditions"))
        return conditionList(query);
    if (path == QLatin1String("/v3/reference/exchanges"))
        return exchangeList(query);
    if (path == QLatin1String("/options/v1/unusual-trades"))
        return m_trades.unusual(query, m_base);
    if (const QString ticker = after(path, QLatin1String("/v3/reference/options/contracts/")); !ticker.isEmpty())
        return m_contracts.one(ticker, query, today);
    if (const QString ticker = after(path, QLatin1String("/v3/trades/")); !ticker.isEmpty())
        return m_trades.of(ticker, query, m_base);
    if (const QString rest = after(path, QLatin1String("/v3/snapshot/options/")); !rest.isEmpty()) {
        const QString ticker = rest.section(QLatin1Char('/'), 1);
        return ticker.isEmpty() ? m_snapshots.chain(rest, query, m_base, now)
                                : m_snapshots.one(rest.section(QLatin1Char('/'), 0, 0), ticker, now);
    }
    return {kNoRoute, {}};
}

} // namespace flowglass::market
