// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/stream/feedclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QWebSocket>

namespace flowglass::market {

namespace {

QJsonObject status(const QString& word, const QString& message)
{
    return {{QStringLiteral("ev"), QStringLiteral("status")},
            {QStringLiteral("status"), word},
            {QStringLiteral("message"), message}};
}

QString frame(const QJsonArray& events)
{
    return QString::fromUtf8(QJsonDocument(events).toJson(QJsonDocument::Compact));
}

// Topics the provider has and this market does not: refused like one that is not in the plan.
bool isOtherTopic(const QString& topic)
{
    return topic == QLatin1String("Q") || topic == QLatin1String("A") || topic == QLatin1String("AM")
           || topic == QLatin1String("FMV") || topic == QLatin1String("LV");
}

} // namespace

FeedClient::FeedClient(QWebSocket* socket, const Listing& listing, QString acceptedKey,
                       std::chrono::milliseconds authTimeout, QObject* parent)
    : QObject(parent), m_socket(socket), m_listing(listing), m_acceptedKey(std::move(acceptedKey))
{
    m_socket->setParent(this);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &FeedClient::read);
    connect(m_socket, &QWebSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_authTimer, &QTimer::timeout, this, &FeedClient::giveUpWaiting);
    m_authTimer.setSingleShot(true);
    m_authTimer.start(authTimeout);
    sendStatus(QStringLiteral("connected"), QStringLiteral("Connected Successfully"));
}

void FeedClient::send(const QString& text, qint64 maxUnsent)
{
    if (m_socket->bytesToWrite() > maxUnsent)
        m_socket->abort(); // a plain drop, no close frame: what the provider does
    else
        m_socket->sendTextMessage(text);
}

void FeedClient::sendStatus(const QString& word, const QString& message)
{
    m_socket->sendTextMessage(frame({status(word, message)}));
}

void FeedClient::read(const QString& message)
{
    const QJsonObject request = QJsonDocument::fromJson(message.toUtf8()).object();
    const QString action = request[QLatin1String("action")].toString();
    const QString params = request[QLatin1String("params")].toString();
    if (action == QLatin1String("auth"))
        authenticate(params);
    else if (action == QLatin1String("subscribe"))
        subscribe(params);
    else if (action == QLatin1String("unsubscribe"))
        unsubscribe(params);
}

void FeedClient::authenticate(const QString& key)
{
    m_authTimer.stop();
    if (m_acceptedKey.isEmpty() || key == m_acceptedKey) {
        m_authenticated = true;
        sendStatus(QStringLiteral("auth_success"), QStringLiteral("authenticated"));
        return;
    }
    sendStatus(QStringLiteral("auth_failed"), QStringLiteral("authentication failed"));
    m_socket->flush();
    m_socket->abort();
}

void FeedClient::giveUpWaiting()
{
    sendStatus(QStringLiteral("auth_timeout"), QStringLiteral("No authentication request received."));
    m_socket->close();
}

void FeedClient::subscribe(const QString& channels)
{
    QJsonArray answers;
    for (const QString& channel : channels.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString topic = channel.section(QLatin1Char('.'), 0, 0);
        const QString ticker = channel.section(QLatin1Char('.'), 1);
        if (!m_authenticated || isOtherTopic(topic)) {
            answers.append(status(QStringLiteral("error"), QStringLiteral("not authorized")));
            continue;
        }
        if (topic != QLatin1String("T") || ticker.isEmpty() || m_channels.contains(channel))
            continue;
        m_channels.insert(channel);
        answers.append(status(QStringLiteral("success"), QLatin1String("subscribed to: ") + channel));
        m_all = m_all || ticker == QLatin1String("*");
        if (const auto contract = m_listing.find(ticker.toStdString()))
            m_contracts.insert(*contract);
    }
    if (!answers.isEmpty())
        m_socket->sendTextMessage(frame(answers));
}

void FeedClient::unsubscribe(const QString& channels)
{
    QJsonArray answers;
    for (const QString& channel : channels.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!m_channels.remove(channel))
            continue;
        const QString ticker = channel.section(QLatin1Char('.'), 1);
        m_all = m_all && ticker != QLatin1String("*");
        if (const auto contract = m_listing.find(ticker.toStdString()))
            m_contracts.erase(*contract);
        answers.append(status(QStringLiteral("success"), QLatin1String("unsubscribed to: ") + channel));
    }
    if (!answers.isEmpty())
        m_socket->sendTextMessage(frame(answers));
}

} // namespace flowglass::market
