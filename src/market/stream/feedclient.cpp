// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/stream/feedclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QWebSocket>

#include <utility>

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

FeedClient::FeedClient(QWebSocket* socket, QTcpSocket* tcp, const Listing& listing, QString acceptedKey,
                       std::chrono::milliseconds authTimeout, const FaultState& faults, QObject* parent)
    : QObject(parent), m_socket(socket), m_tcp(tcp), m_listing(listing), m_acceptedKey(std::move(acceptedKey)),
      m_faults(faults)
{
    m_socket->setParent(this);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &FeedClient::read);
    connect(m_socket, &QWebSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_authTimer, &QTimer::timeout, this, &FeedClient::giveUpWaiting);
    m_authTimer.setSingleShot(true);
    m_authTimer.start(authTimeout);
    if (!m_faults.active(FaultKind::NoGreeting))
        sendStatus(QStringLiteral("connected"), QStringLiteral("Connected Successfully"));
}

bool FeedClient::send(const QString& text, qint64 maxUnsent)
{
    if (m_mute)
        return false;
    if (m_socket->bytesToWrite() + m_heldChars > maxUnsent) {
        drop();
        return false;
    }
    if (m_holds) {
        m_held << text;
        m_heldChars += text.size();
    } else {
        m_socket->sendTextMessage(text);
    }
    return true;
}

void FeedClient::drop() { m_socket->abort(); }

void FeedClient::close(int code, const QString& reason)
{
    m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
}

void FeedClient::replace()
{
    sendStatus(QStringLiteral("max_connections"),
               QStringLiteral("Maximum number of websocket connections exceeded.\nYou have reached the connection "
                              "limit for your account."));
    m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
}

// A frame has at least two bytes, so with room for one nothing is ever read.
void FeedClient::stall()
{
    m_holds = true;
    m_socket->setReadBufferSize(1);
}

void FeedClient::hold() { m_holds = true; }

void FeedClient::mute() { m_mute = true; }

void FeedClient::resume()
{
    m_mute = false;
    m_holds = false;
    m_socket->setReadBufferSize(0);
    m_heldChars = 0;
    for (const QString& frame : std::exchange(m_held, {}))
        m_socket->sendTextMessage(frame);
}

void FeedClient::sendText(const QString& text)
{
    m_socket->setOutgoingFrameSize(QWebSocket::maxOutgoingFrameSize()); // one frame, however long
    m_socket->sendTextMessage(text);
}

void FeedClient::sendBinary(const QByteArray& bytes) { m_socket->sendBinaryMessage(bytes); }

void FeedClient::sendBytes(const QByteArray& bytes)
{
    if (m_tcp)
        m_tcp->write(bytes);
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
    if (m_faults.active(FaultKind::NoAuthAnswer) || isRefused(key))
        return;
    m_authenticated = true;
    sendStatus(QStringLiteral("auth_success"), QStringLiteral("authenticated"));
}

bool FeedClient::isRefused(const QString& key)
{
    if (m_faults.active(FaultKind::MaxConnections)) {
        replace();
        return true;
    }
    if (m_faults.active(FaultKind::AuthTimeout)) {
        giveUpWaiting();
        return true;
    }
    const Fault* refused = m_faults.active(FaultKind::AuthFailed);
    if (refused == nullptr && (m_acceptedKey.isEmpty() || key == m_acceptedKey))
        return false;
    sendStatus(QStringLiteral("auth_failed"), refused != nullptr && !refused->text.isEmpty()
                                                  ? refused->text
                                                  : QStringLiteral("authentication failed"));
    m_socket->flush();
    drop();
    return true;
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
    answers = spoilt(answers);
    if (!answers.isEmpty())
        m_socket->sendTextMessage(frame(answers));
}

QJsonArray FeedClient::spoilt(const QJsonArray& answers) const
{
    if (m_faults.active(FaultKind::NoAcks))
        return {};
    if (m_faults.active(FaultKind::PartialAcks))
        return {answers.first()};
    if (m_faults.active(FaultKind::NotAuthorized))
        return {status(QStringLiteral("error"), QStringLiteral("not authorized"))};
    if (m_faults.active(FaultKind::DelayedOnly))
        return {status(QStringLiteral("error"),
                       QStringLiteral("You don't have access real-time data. If your plan only includes delayed data, "
                                      "you can connect to the delayed websocket at wss://delayed.polygon.io/stocks."))};
    return answers;
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
