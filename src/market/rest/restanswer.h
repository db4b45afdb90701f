// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace flowglass::market {

// What goes back to an HTTP client.
struct RestAnswer
{
    int status = 200;
    QByteArray body;
    QByteArray type = "application/json";
    QByteArray requestId; // also in the body of JSON answers
};

// Bodies in the provider's shapes; the request id is filled in by the caller of these.
struct RestBody
{
    int status = 200;
    QJsonObject object;
};
RestBody badRequest(const QString& text);   // 400, text under "error"
RestBody unknownKey(const QString& text);   // 401, text under "error"
RestBody notFound(const QString& text);     // 404, text under "message"
// {"status":"OK","results":...}, with next_url when there is one.
RestBody results(const QJsonValue& value, const QString& nextUrl = {});

} // namespace flowglass::market
