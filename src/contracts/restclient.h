// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/clockskew.h"
#include "contracts/restconfig.h"
#include "domain/time/clock.h"
#include "domain/error.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrlQuery>

#include <optional>

namespace flowglass::contracts {

// What came of one call: the body of a 2xx answer, or why there is none (scrubbed of the key).
struct RestAnswer
{
    domain::Result<QByteArray> body;
    int httpStatus = 0; // 0: no answer
    std::optional<std::chrono::milliseconds> retryAfter;
    int requestsSent = 1; // more after redirects
    std::optional<ServerTime> serverTime; // of the answer itself, not of a cache on the way
};

class RestCall;

// GETs of the provider's REST service through one QNetworkAccessManager. The key travels in the
// Authorization header only, and only to the configured origin: redirects are followed by hand and never
// to another scheme, host or port (Qt would forward the header), nor in clear text off this machine.
// Each call has its own total deadline, because Qt's transfer timeout misses a server that trickles.
// GUI thread; destroying the client drops all calls silently.
class RestClient : public QObject
{
    Q_OBJECT

public:
    RestClient(const RestConfig& config, const QString& apiKey, const domain::Clock& clock,
               QObject* parent = nullptr);
    ~RestClient() override;

    // `path` decoded, from the root, behind the path of the base. The call belongs to the client, emits
    // finished() exactly once, never from inside get(), and deletes itself afterwards.
    RestCall* get(const QString& path, const QUrlQuery& query, std::chrono::milliseconds deadline);
    // The same for a whole address, which must be of the own origin, and with another limit of the answer.
    RestCall* get(const QUrl& url, std::chrono::milliseconds deadline, qint64 maxAnswerBytes);
    QUrl urlOf(const QString& path, const QUrlQuery& query) const;
    bool isOwnOrigin(const QUrl& url) const; // scheme, host and port of the base

    QString scrubbed(QString text) const; // without the key

private:
    friend class RestCall;
    static bool isPrivate(const QUrl& url); // encrypted, or on this machine
    QNetworkReply* send(const QUrl& url);   // of an address that is

    RestConfig m_config;
    QString m_apiKey;
    const domain::Clock& m_clock;
    QNetworkAccessManager* m_manager;
};

} // namespace flowglass::contracts
