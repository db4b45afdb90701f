// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/restclient.h"

#include "contracts/apierror.h"
#include "contracts/restcall.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace flowglass::contracts {

namespace {

bool isThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

// A header line takes printable ASCII only; anything else would not reach the provider as typed.
bool fitsHeader(const QString& key)
{
    return !key.isEmpty() &&
           std::ranges::all_of(key, [](QChar c) { return c.unicode() > 32 && c.unicode() < 127; });
}

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

RestClient::RestClient(const RestConfig& config, const QString& apiKey, const domain::Clock& clock,
                       QObject* parent)
    : QObject(parent)
    , m_config(config)
    , m_apiKey(apiKey.trimmed())
    , m_clock(clock)
    , m_manager(new QNetworkAccessManager(this))
{
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

RestClient::~RestClient() = default;

RestCall* RestClient::get(const QString& path, const QUrlQuery& query, std::chrono::milliseconds deadline)
{
    return get(urlOf(path, query), deadline, m_config.maxAnswerBytes);
}

RestCall* RestClient::get(const QUrl& url, std::chrono::milliseconds deadline, qint64 maxAnswerBytes)
{
    return new RestCall(*this, url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment), deadline,
                        maxAnswerBytes);
}

QUrl RestClient::urlOf(const QString& path, const QUrlQuery& query) const
{
    QUrl url = m_config.base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                      QUrl::StripTrailingSlash);
    const QString basePath = url.path() == QLatin1String("/") ? QString() : url.path();
    url.setPath(basePath + path, QUrl::DecodedMode);
    url.setQuery(query);
    return url;
}

QString RestClient::scrubbed(QString text) const
{
    return withoutKey(std::move(text), m_apiKey);
}

bool RestClient::isOwnOrigin(const QUrl& url) const
{
    return url.isValid() && url.scheme() == m_config.base.scheme() && url.host() == m_config.base.host() &&
           portOf(url) == portOf(m_config.base);
}

bool RestClient::isPrivate(const QUrl& url)
{
    return url.scheme() == QLatin1String("https") || isThisMachine(url.host());
}

QNetworkReply* RestClient::send(const QUrl& url)
{
    QNetworkRequest request(url);
    if (fitsHeader(m_apiKey))
        request.setRawHeader("Authorization", "Bearer " + m_apiKey.toLatin1());
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Flowglass/" FLOWGLASS_VERSION);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return m_manager->get(request);
}

} // namespace flowglass::contracts
