// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

namespace flowglass::test {

// The provider's WebSocket on 127.0.0.1, port 0, for tests: greets, authenticates and acknowledges as its
// script says, records what clients say, and misbehaves when told. Lives on the thread of the test.
// A script holds for connections made afterwards; send() and the faults go to the newest connection.
class FakeFeed : public QObject
{
    Q_OBJECT

public:
    enum class Auth {
        Success,
        Failed,         // then the link drops without a close frame, as the provider does it
        PlanLacks,      // auth_failed: no WebSocket in the plan
        MaxConnections, // then close 1008
        TimedOut,
        Never
    };
    enum class Acks {
        All,           // one frame per channel
        AllInOneFrame,
        FirstOnly,     // of each request
        None,
        NotAuthorized, // names no channel
        NoRealTime     // "You don't have access real-time data…"
    };
    struct Script
    {
        bool greets = true;
        Auth auth = Auth::Success;
        QString acceptedKey; // empty: any
        Acks acks = Acks::All;
    };

    explicit FakeFeed(QObject* parent = nullptr);
    FakeFeed(const QSslConfiguration& tls, QObject* parent); // over TLS
    ~FakeFeed() override;

    QUrl url() const; // ws://127.0.0.1:PORT/options, or wss
    void setScript(const Script& script) { m_script = script; }
    void setListening(bool listening); // off: connections are refused, the port is kept

    void send(const QString& text, quint64 frameBytes = 0); // in frames of at most that size, if given
    void sendStatus(const QString& status, const QString& message);
    void dropTcp(); // without a close frame
    void close(QWebSocketProtocol::CloseCode code, const QString& reason);
    void stall();   // stays connected, reads and answers nothing any more, pings included
    void resume();  // and answers what came meanwhile

    const QStringList& said() const { return m_said; } // by all clients, in order
    int connections() const { return m_connections; }
    bool hasClient() const { return m_client != nullptr; }
    int lastCloseCode() const { return m_lastCloseCode; } // of the client's close frame; 0: none yet

Q_SIGNALS:
    void clientSaid(const QString& text);
    void subscribed(const QStringList& channels);
    void unsubscribed(const QStringList& channels);
    void clientGone();

private:
    FakeFeed(QWebSocketServer::SslMode mode, QObject* parent);
    void onConnection();
    void onMessage(QWebSocket* client, const Script& script, const QString& text);
    void onAuth(QWebSocket* client, const Script& script, const QString& key);
    void onSubscribe(QWebSocket* client, const Script& script, const QStringList& channels);
    void onGone(QWebSocket* client);

    QWebSocketServer m_server;
    quint16 m_port = 0;
    Script m_script;
    QPointer<QWebSocket> m_client; // the newest
    QStringList m_said;
    int m_connections = 0;
    int m_lastCloseCode = 0;
};

// A TCP server that answers the upgrade request with the bytes given ("@" in them becomes the accept key)
// and then says only what raw() is given; with no answer it accepts and stays silent.
class RawFeed : public QObject
{
    Q_OBJECT

public:
    explicit RawFeed(QByteArray answer = {}, QObject* parent = nullptr);
    QUrl url() const;
    void raw(const QByteArray& bytes);
    int connections() const { return m_connections; }
    bool hasClient() const { return m_socket != nullptr; }

    static QByteArray goodUpgrade(); // what a proper server answers

Q_SIGNALS:
    void upgraded();

private:
    void onConnection();
    void onRequest();

    QTcpServer m_server;
    QByteArray m_answer;
    QPointer<QTcpSocket> m_socket;
    int m_connections = 0;
};

} // namespace flowglass::test
