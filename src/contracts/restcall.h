// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/restclient.h"

#include <QPointer>
#include <QTimer>

class QNetworkReply;

namespace flowglass::contracts {

// One GET under way, with its redirects. Made by RestClient::get(). GUI thread.
class RestCall : public QObject
{
    Q_OBJECT

public:
    RestCall(RestClient& client, const QUrl& url, std::chrono::milliseconds deadline,
             qint64 maxAnswerBytes);
    ~RestCall() override;

    void abort(); // nothing is emitted any more

Q_SIGNALS:
    void finished(const flowglass::contracts::RestAnswer& answer);

private:
    void start(const QUrl& url);
    void onReadyRead();
    void onReplyFinished();
    void onDeadline();
    void follow(const QUrl& target);
    RestAnswer answerOf(QNetworkReply& reply);
    void settle(const RestAnswer& answer);
    void fail(domain::Error error);
    void dropReply();

    RestClient& m_client;
    QPointer<QNetworkReply> m_reply;
    std::chrono::milliseconds m_timeout;
    qint64 m_maxAnswerBytes;
    QTimer m_deadline;
    QByteArray m_body;
    domain::UnixMs m_sentAt;
    int m_requestsSent = 0;
};

} // namespace flowglass::contracts
