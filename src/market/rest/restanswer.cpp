// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/rest/restanswer.h"

namespace flowglass::market {

RestBody badRequest(const QString& text)
{
    return {400, {{QStringLiteral("status"), QStringLiteral("ERROR")}, {QStringLiteral("error"), text}}};
}

RestBody unknownKey(const QString& text)
{
    return {401, {{QStringLiteral("status"), QStringLiteral("ERROR")}, {QStringLiteral("error"), text}}};
}

RestBody notFound(const QString& text)
{
    return {404, {{QStringLiteral("status"), QStringLiteral("NOT_FOUND")}, {QStringLiteral("message"), text}}};
}

RestBody results(const QJsonValue& value, const QString& nextUrl)
{
    RestBody body{200, {{QStringLiteral("status"), QStringLiteral("OK")}, {QStringLiteral("results"), value}}};
    if (!nextUrl.isEmpty())
        body.object.insert(QStringLiteral("next_url"), nextUrl);
    return body;
}

} // namespace flowglass::market
