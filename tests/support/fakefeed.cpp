// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakefeed.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace flowglass::test {

namespace {

QJsonObject status(const QString& word, const QString& message)
{
    return {{QStringLiteral("ev"), QStringLiteral("status")},
            {QStringLiteral("status"), word},
            {QStringLiteral("message"), message}};
}

// In the order of keys that the provider writes; QJsonObject would sort them.
QString frameOf(const QList<QJsonObject>& objects)
{
    QStringList parts;
    for (const QJsonObject& object : objects) {
        const auto quoted = [&object](const char* key) {
            const QJsonArray one{object.value(QLatin1String(key))};
            const QString text = QString::fromUtf8(QJsonDocument(one).toJson(QJsonDocument::Compact));
            return text.mid(1, text.size() - 2);
        };
        parts << QStringLiteral("{\"ev\":%1,\"status\":%2,\"message\":%3}")
                     .arg(quoted("ev"), quoted("status"), quoted("message"));
    }
    return QLatin1Char('[') + parts.join(QLatin1Char(',')) + QLatin1Char(']');
}

void say(QWebSocket* client, const char* word, const QString& message)
{
    client->sendTextMessage(frameOf({status(QLatin1String(word), message)}));
}

} // namespace

FakeFeed::FakeFeed(QObject* parent) : FakeFeed(QWebSocketServer::NonSecureMode, parent) {}

FakeFeed::FakeFeed(const QSslConfiguration& tls, QObject* parent)
    : FakeFeed(QWebSocketServer::SecureMode, parent)
{
    m_server.setSslConfiguration(tls);
}

FakeFeed::FakeFeed(QWebSocketServer::SslMode mode, QObject* parent)
    : QObject(parent), m_server(QStringLiteral("fake feed"), mode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &FakeFeed::onConnection);
    setListening(true);
    m_port = m_server.serverPort();
}

FakeFeed::~FakeFeed()
{
    const QList<QWebSocket*> clients = findChildren<QWebSocket*>();
    for (QWebSocket* client : clients) {
        client->disconnect(this);
        delete client;
    }
}

QUrl FakeFeed::url() const
{
    const bool secure = m_server.secureMode() == QWebSocketServer::SecureMode;
    return QUrl(QStringLiteral("%1://127.0.0.1:%2/options")
                    .arg(secure ? QStringLiteral("wss") : QStringLiteral("ws"))
                    .arg(m_port));
}

void FakeFeed::setListening(bool listening)
{
    if (!listening)
        m_server.close();
    else if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), m_port))
        qFatal("the fake feed cannot listen");
}

void FakeFeed::send(const QString& text, quint64 frameBytes)
{
    if (m_client == nullptr)
        return;
    if (frameBytes > 0)
        m_client->setOutgoingFrameSize(frameBytes);
    m_client->sendTextMessage(text);
}

void FakeFeed::sendStatus(const QString& word, const QString& message)
{
    send(frameOf({status(word, message)}));
}

void FakeFeed::dropTcp()
{
    if (m_client != nullptr)
        m_client->abort();
}

void FakeFeed::close(QWebSocketProtocol::CloseCode code, const QString& reason)
{
    if (m_client != nullptr)
        m_client->close(code, reason);
}

// A frame has at least two bytes, so with room for one nothing is ever read.
void FakeFeed::stall()
{
    if (m_client != nullptr)
        m_client->setReadBufferSize(1);
}

void FakeFeed::resume()
{
    if (m_client != nullptr)
        m_client->setReadBufferSize(0);
}

void FakeFeed::onConnection()
{
    QWebSocket* client = m_server.nextPendingConnection();
    client->setParent(this);
    m_client = client;
    ++m_connections;
    const Script script = m_script;
    connect(client, &QWebSocket::textMessageReceived, this,
            [this, client, script](const QString& text) { onMessage(client, script, text); });
    connect(client, &QWebSocket::disconnected, this, [this, client] { onGone(client); });
    if (script.greets)
        say(client, "connected", QStringLiteral("Connected Successfully"));
}

void FakeFeed::onMessage(QWebSocket* client, const Script& script, const QString& text)
{
    m_said << text;
    const QJsonObject request = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString action = request.value(QLatin1String("action")).toString();
    const QString params = request.value(QLatin1String("params")).toString();
    const QStringList channels = params.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (action == QLatin1String("auth")) {
        onAuth(client, script, params);
    } else if (action == QLatin1String("subscribe")) {
        onSubscribe(client, script, channels);
        Q_EMIT subscribed(channels);
    } else if (action == QLatin1String("unsubscribe")) {
        for (const QString& channel : channels)
            say(client, "success", QStringLiteral("unsubscribed to: ") + channel);
        Q_EMIT unsubscribed(channels);
    }
    Q_EMIT clientSaid(text);
}

void FakeFeed::onAuth(QWebSocket* client, const Script& script, const QString& key)
{
    const bool wrong = !script.acceptedKey.isEmpty() && key != script.acceptedKey;
    switch (wrong ? Auth::Failed : script.auth) {
    case Auth::Success:
        say(client, "auth_success", QStringLiteral("authenticated"));
        break;
    case Auth::Failed:
        say(client, "auth_failed", QStringLiteral("authentication failed"));
        client->flush();
        client->abort();
        break;
    case Auth::PlanLacks:
        say(client, "auth_failed", QStringLiteral("Your plan doesn't include websocket access."));
        client->flush();
        client->abort();
        break;
    case Auth::MaxConnections:
        say(client, "max_connections",
            QStringLiteral("Maximum number of websocket connections exceeded.\nYou have reached the "
                           "connection limit for your account."));
        client->close(QWebSocketProtocol::CloseCodePolicyViolated, {});
        break;
    case Auth::TimedOut:
        say(client, "auth_timeout", QStringLiteral("No authentication request received."));
        break;
    case Auth::Never:
        break;
    }
}

void FakeFeed::onSubscribe(QWebSocket* client, const Script& script, const QStringList& channels)
{
    QList<QJsonObject> acks;
    for (const QString& channel : channels)
        acks << status(QStringLiteral("success"), QStringLiteral("subscribed to: ") + channel);
    switch (script.acks) {
    case Acks::All:
        for (const QJsonObject& ack : std::as_const(acks))
            client->sendTextMessage(frameOf({ack}));
        break;
    case Acks::AllInOneFrame:
        client->sendTextMessage(frameOf(acks));
        break;
    case Acks::FirstOnly:
        client->sendTextMessage(frameOf(acks.mid(0, 1)));
        break;
    case Acks::None:
        break;
    case Acks::NotAuthorized:
        say(client, "error", QStringLiteral("not authorized"));
        break;
    case Acks::NoRealTime:
        say(client, "error",
            QStringLiteral("You don't have access real-time data. If your plan only includes delayed data, you "
                           "can connect to the delayed websocket at wss://delayed.polygon.io/stocks."));
        break;
    }
}

void FakeFeed::onGone(QWebSocket* client)
{
    m_lastCloseCode = int(client->closeCode());
    client->deleteLater();
    if (m_client == client)
        m_client = nullptr;
    Q_EMIT clientGone();
}

RawFeed::RawFeed(QByteArray answer, QObject* parent) : QObject(parent), m_answer(std::move(answer))
{
    connect(&m_server, &QTcpServer::newConnection, this, &RawFeed::onConnection);
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("the raw feed cannot listen");
}

QUrl RawFeed::url() const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/options").arg(m_server.serverPort()));
}

QByteArray RawFeed::goodUpgrade()
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: @\r\n\r\n";
}

void RawFeed::raw(const QByteArray& bytes)
{
    if (m_socket != nullptr)
        m_socket->write(bytes);
}

void RawFeed::onConnection()
{
    m_socket = m_server.nextPendingConnection();
    ++m_connections;
    connect(m_socket, &QTcpSocket::readyRead, this, &RawFeed::onRequest);
}

void RawFeed::onRequest()
{
    static const QRegularExpression keyLine(QStringLiteral("Sec-WebSocket-Key: (\\S+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QString request = QString::fromLatin1(m_socket->readAll());
    const auto match = keyLine.match(request);
    if (m_answer.isEmpty() || !match.hasMatch())
        return;
    const QByteArray salted = match.captured(1).toLatin1() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray accept = QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
    m_socket->write(QByteArray(m_answer).replace("@", accept));
    Q_EMIT upgraded();
}

} // namespace flowglass::test
