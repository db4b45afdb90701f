// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/serviceurl.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace flowglass::settings {

namespace {

bool isThisMachine(const QString& host)
{
    static const QRegularExpression kLoopback(QStringLiteral(R"(\A127\.\d{1,3}\.\d{1,3}\.\d{1,3}\z)"));
    return host == QLatin1String("localhost") || host == QLatin1String("::1") ||
           kLoopback.match(host).hasMatch();
}

// The text is not repeated in the detail: someone may have put a key into it.
domain::Error refused(const QString& why)
{
    return {domain::Error::Code::Unreadable, QStringLiteral("address not accepted"), why};
}

domain::Result<QUrl> parse(const QString& text, QLatin1String secure, QLatin1String plain)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(
            QCoreApplication::translate("ServiceUrl", "This is not an address: it should look like %1.")
                .arg(secure + QStringLiteral("://host/path")));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refused(QCoreApplication::translate(
            "ServiceUrl", "The address must hold no user, password, ? or #; the key is sent apart from it."));
    if (url.scheme() == plain && !isThisMachine(url.host()))
        return refused(QCoreApplication::translate(
                           "ServiceUrl", "%1 is not encrypted, so it is for this machine only; use %2.")
                           .arg(plain + QStringLiteral("://"), secure + QStringLiteral("://")));
    if (url.scheme() != secure && url.scheme() != plain)
        return refused(QCoreApplication::translate("ServiceUrl", "The address must start with %1.")
                           .arg(secure + QStringLiteral("://")));
    return url;
}

} // namespace

domain::Result<QUrl> parseFeedUrl(const QString& text)
{
    return parse(text, QLatin1String("wss"), QLatin1String("ws"));
}

domain::Result<QUrl> parseApiUrl(const QString& text)
{
    domain::Result<QUrl> url = parse(text, QLatin1String("https"), QLatin1String("http"));
    if (url) {
        QString path = url->path();
        while (path.endsWith(QLatin1Char('/')))
            path.chop(1);
        url.value().setPath(path);
    }
    return url;
}

} // namespace flowglass::settings
