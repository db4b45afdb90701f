// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/faults/restfaults.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace flowglass::market {

namespace {

constexpr qsizetype kHuge = 8 * 1024 * 1024;
constexpr auto kElsewhere = "http://127.0.0.1:9/elsewhere";
constexpr auto kJson = "application/json";

using End = SpoiltAnswer::End;

SpoiltAnswer whole(int status, const QByteArray& type, const QByteArray& body, const QByteArray& header = {})
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " Simulated\r\nContent-Type: " + type
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + header
                + "Connection: close\r\n\r\n" + body,
            End::Closes};
}

QByteArray json(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QJsonObject objectOf(const RestAnswer& good) { return QJsonDocument::fromJson(good.body).object(); }

// Bodies as the provider has them.
QByteArray errorBody(int status)
{
    switch (status) {
    case 401:
        return R"({"status":"ERROR","request_id":"0","error":"Unknown API Key"})";
    case 403:
        return R"({"status":"NOT_AUTHORIZED","request_id":"0","message":"You are not entitled to this data. )"
               R"(Please upgrade your plan at https://massive.com/pricing"})";
    case 404:
        return R"({"status":"NOT_FOUND","request_id":"0","message":"Option Ticker not found."})";
    case 429:
        return R"({"status":"ERROR","request_id":"0","error":"You've exceeded the maximum requests per minute, )"
               R"(please wait or upgrade your subscription to continue. https://polygon.io/pricing"})";
    default:
        return R"({"status":"ERROR","request_id":"0","error":"simulated"})";
    }
}

QByteArray withNulls(const RestAnswer& good)
{
    QJsonObject object = objectOf(good);
    object[QLatin1String("results")] = QJsonValue::Null;
    return json(object);
}

// The terms, or the details of a snapshot, of a contract that was not asked for.
QByteArray ofAnother(const RestAnswer& good)
{
    const QString other = QStringLiteral("O:XYZ300118C00001000");
    QJsonObject object = objectOf(good);
    QJsonObject results = object[QLatin1String("results")].toObject();
    results[QLatin1String("ticker")] = other;
    QJsonObject details = results[QLatin1String("details")].toObject();
    details[QLatin1String("ticker")] = other;
    results[QLatin1String("details")] = details;
    object[QLatin1String("results")] = results;
    return json(object);
}

QByteArray continuedElsewhere(const RestAnswer& good)
{
    QJsonObject object = objectOf(good);
    object[QLatin1String("next_url")] = QLatin1String(kElsewhere);
    return json(object);
}

QByteArray dated(domain::UnixMs time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time.value, Qt::UTC);
    return "Date: " + QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1() + "\r\n";
}

SpoiltAnswer cut(SpoiltAnswer answer, const QByteArray& body)
{
    answer.bytes.chop(body.size() - body.size() / 2);
    return answer;
}

} // namespace

SpoiltAnswer spoiltAnswer(const Fault& fault, const RestAnswer& good, domain::UnixMs now)
{
    switch (fault.kind) {
    case FaultKind::RestStatus:
        return whole(fault.number, kJson, errorBody(fault.number));
    case FaultKind::RestLimit:
        return whole(429, kJson, errorBody(429), "Retry-After: " + QByteArray::number(fault.number) + "\r\n");
    case FaultKind::RestHang:
        return {{}, End::Hangs};
    case FaultKind::RestSlow:
        return {whole(good.status, good.type, good.body).bytes, End::Trickles};
    case FaultKind::RestTruncated:
        return cut(whole(good.status, good.type, good.body), good.body);
    case FaultKind::RestReset:
        return {};
    case FaultKind::RestHtml:
        return whole(fault.number, "text/html", "<html><body><h1>Bad gateway</h1></body></html>");
    case FaultKind::RestWrongType:
        return whole(good.status, "image/png", good.body);
    case FaultKind::RestBadJson:
        return whole(200, kJson, R"({"results":{"ticker":"O:NV)");
    case FaultKind::RestEmpty:
        return whole(200, kJson, "{}");
    case FaultKind::RestNulls:
        return whole(200, kJson, withNulls(good));
    case FaultKind::RestWrongId:
        return whole(200, kJson, ofAnother(good));
    case FaultKind::RestHuge:
        return whole(200, kJson, R"({"status":"OK","results":[)" + QByteArray(kHuge, ' ') + "]}");
    case FaultKind::RestRedirect:
        return whole(fault.number, "text/plain", {}, QByteArray("Location: ") + kElsewhere + "\r\n");
    case FaultKind::RestForeignNext:
        return whole(good.status, kJson, continuedElsewhere(good));
    case FaultKind::RestClockSkew:
        return whole(good.status, good.type, good.body, dated(now + std::chrono::seconds(fault.number)));
    default:
        return whole(good.status, good.type, good.body); // of the feed
    }
}

} // namespace flowglass::market
