// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/apierror.h"

#include "domain/text/secret.h"
#include "domain/time/markettime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace flowglass::contracts {

using domain::Error;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(flowglass::contracts::ApiError)
};

Error::Code codeOf(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return Error::Code::BadKey;
    case 403:
        return Error::Code::NotInPlan;
    case 404:
        return Error::Code::NotFound;
    case 429:
        return Error::Code::RateLimited;
    default:
        return httpStatus >= 500 ? Error::Code::ServerError : Error::Code::BadAnswer;
    }
}

QString textOf(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return Texts::tr("The provider does not accept the API key.");
    case 403:
        return Texts::tr("Your plan does not include this data.");
    case 404:
        return Texts::tr("The provider does not know this contract.");
    case 429:
        return Texts::tr("The provider's request limit is reached.");
    default:
        return httpStatus >= 500
                   ? Texts::tr("The provider has an internal problem (HTTP %1).").arg(httpStatus)
                   : Texts::tr("The provider refused the request (HTTP %1).").arg(httpStatus);
    }
}

} // namespace

Error httpError(int httpStatus, const QString& said)
{
    QString text = textOf(httpStatus);
    if (!said.isEmpty())
        text = Texts::tr("%1 It says: %2").arg(text, said);
    return {codeOf(httpStatus), QStringLiteral("HTTP %1: %2").arg(httpStatus).arg(said), text};
}

Error unreachableError(const QString& reason)
{
    return {Error::Code::Unreachable, reason, Texts::tr("The provider cannot be reached: %1").arg(reason)};
}

Error timeoutError(std::chrono::milliseconds after)
{
    const QString seconds = QString::number(double(after.count()) / 1000.0);
    return {Error::Code::TimedOut, QStringLiteral("no complete answer within %1 s").arg(seconds),
            Texts::tr("No complete answer within %1 s.").arg(seconds)};
}

Error tooLargeError(qint64 limitBytes)
{
    return {Error::Code::BadAnswer, QStringLiteral("answer over %1 bytes").arg(limitBytes),
            Texts::tr("The answer is too large.")};
}

Error plainAddressError()
{
    return {Error::Code::Unreachable, QStringLiteral("http to another machine"),
            Texts::tr("The address of the provider must start with https:// (http:// on this machine only).")};
}

Error foreignRedirectError(const QString& host)
{
    return {Error::Code::BadAnswer, QStringLiteral("redirected to %1").arg(host),
            Texts::tr("The provider points to another address (%1), which is not followed.").arg(host)};
}

Error rateLimitError(domain::UnixMs until)
{
    const QString time = domain::ZoneTime::newYork().timeText(until).left(8);
    return {Error::Code::RateLimited, QStringLiteral("request limit until %1 New York").arg(time),
            Texts::tr("The provider's request limit is reached until %1 New York time.").arg(time)};
}

Error tooManyError()
{
    return {Error::Code::Cancelled, QStringLiteral("queue full"),
            Texts::tr("Given up because too many contracts were asked for at once.")};
}

Error unreadableTickerError()
{
    return {Error::Code::NotFound, QStringLiteral("unreadable ticker"),
            Texts::tr("The contract's symbol cannot be read, so the provider was not asked.")};
}

Error oldSnapshotError()
{
    return {Error::Code::BadAnswer, QStringLiteral("old chain"),
            Texts::tr("The provider's snapshot of the contracts is older than the gap.")};
}

Error noPastSnapshotError()
{
    return {Error::Code::NotInReplay, QStringLiteral("no snapshot of the past"),
            Texts::tr("The provider has quotes, greeks and open interest of now only, not of the day replayed.")};
}

Error lookupsOffError()
{
    return {Error::Code::NotInReplay, QStringLiteral("look-ups are off"),
            Texts::tr("Contracts are looked up in a replay only when there is an API key.")};
}

std::optional<domain::UnixMs> httpDate(const QByteArray& header)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return domain::UnixMs{date.toMSecsSinceEpoch()};
}

std::optional<std::chrono::milliseconds> retryAfterOf(const QByteArray& header, domain::UnixMs now)
{
    const QByteArray value = header.trimmed();
    bool ok = false;
    const qlonglong seconds = value.toLongLong(&ok);
    constexpr qlonglong kDay = 86'400;
    if (ok)
        return seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(std::min(seconds, kDay)));
    const auto date = httpDate(value);
    if (!date)
        return std::nullopt;
    return std::clamp<std::chrono::milliseconds>(*date - now, std::chrono::milliseconds(0),
                                                 std::chrono::seconds(kDay));
}

QString withoutKey(QString text, const QString& key)
{
    return domain::withoutSecret(std::move(text), key, QStringLiteral("[key]"));
}

} // namespace flowglass::contracts
