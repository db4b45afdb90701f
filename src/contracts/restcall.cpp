// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/restcall.h"

#include "contracts/apierror.h"
#include "contracts/contractdecoders.h"

#include <QNetworkReply>

namespace flowglass::contracts {

namespace {

constexpr int kMaxRedirects = 4;

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

RestCall::RestCall(RestClient& client, const QUrl& url, std::chrono::milliseconds deadline,
                   qint64 maxAnswerBytes)
    : QObject(&client), m_client(client), m_timeout(deadline), m_maxAnswerBytes(maxAnswerBytes)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &RestCall::onDeadline);
    m_deadline.start(deadline);
    start(url);
}

RestCall::~RestCall()
{
    dropReply();
}

void RestCall::abort()
{
    disconnect(this, &RestCall::finished, nullptr, nullptr);
    m_deadline.stop();
    dropReply();
    deleteLater();
}

void RestCall::start(const QUrl& url)
{
    if (!RestClient::isPrivate(url)) {
        QMetaObject::invokeMethod(this, [this] { fail(plainAddressError()); }, Qt::QueuedConnection);
        return;
    }
    ++m_requestsSent;
    m_body.clear();
    m_sentAt = lossyToMs(m_client.m_clock.now());
    m_reply = m_client.send(url);
    connect(m_reply, &QNetworkReply::readyRead, this, &RestCall::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &RestCall::onReplyFinished);
}

void RestCall::onReadyRead()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_maxAnswerBytes)
        fail(tooLargeError(m_maxAnswerBytes));
}

void RestCall::onReplyFinished()
{
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (isRedirect(statusOf(*m_reply)) && !target.isEmpty()) {
        follow(m_reply->url().resolved(target));
        return;
    }
    settle(answerOf(*m_reply));
}

void RestCall::onDeadline()
{
    fail(timeoutError(m_timeout));
}

void RestCall::follow(const QUrl& target)
{
    if (!m_client.isOwnOrigin(target)) {
        fail(foreignRedirectError(m_client.scrubbed(target.host())));
        return;
    }
    if (m_requestsSent > kMaxRedirects) {
        fail(httpError(statusOf(*m_reply), {}));
        return;
    }
    dropReply();
    start(target.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment));
}

RestAnswer RestCall::answerOf(QNetworkReply& reply)
{
    m_body += reply.readAll();
    const int status = statusOf(reply);
    const bool isWhole = reply.error() == QNetworkReply::NoError;
    RestAnswer answer{domain::Error{}, status, std::nullopt, m_requestsSent, std::nullopt};
    if (isWhole && status >= 200 && status < 300)
        answer.body = m_body;
    else if (status >= 300)
        answer.body = httpError(status, m_client.scrubbed(decodeMessage(m_body)));
    else
        answer.body = unreachableError(m_client.scrubbed(reply.errorString()));
    const domain::UnixMs now = lossyToMs(m_client.m_clock.now());
    const auto said = httpDate(reply.rawHeader("Date"));
    if (reply.hasRawHeader("Retry-After")) // a date is one of the server's clock
        answer.retryAfter = retryAfterOf(reply.rawHeader("Retry-After"), said.value_or(now));
    if (said && reply.rawHeader("Age").toInt() == 0)
        answer.serverTime = ServerTime{*said, m_sentAt, now};
    return answer;
}

void RestCall::fail(domain::Error error)
{
    const int status = m_reply ? statusOf(*m_reply) : 0;
    settle({std::move(error), status, std::nullopt, m_requestsSent, std::nullopt});
}

void RestCall::settle(const RestAnswer& answer)
{
    m_deadline.stop();
    dropReply();
    deleteLater();
    Q_EMIT finished(answer);
}

void RestCall::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace flowglass::contracts
