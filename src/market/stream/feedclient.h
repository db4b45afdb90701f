// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/faults/faultstate.h"
#include "market/generator/listing.h"

#include <QJsonArray>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <unordered_set>

class QWebSocket;

namespace flowglass::market {

// One connected client: the provider's handshake and its subscriptions. Owns the socket and deletes
// itself when the socket is closed. Unknown topics get no answer, unknown contracts an ack and no data.
// What the faults of the moment change in the handshake is changed here.
class FeedClient : public QObject
{
    Q_OBJECT
public:
    // tcp: the one inside the socket. faults: must outlive the client.
    FeedClient(QWebSocket* socket, QTcpSocket* tcp, const Listing& listing, QString acceptedKey,
               std::chrono::milliseconds authTimeout, const FaultState& faults, QObject* parent);

    bool wantsAll() const { return m_all; }
    bool wantsSome() const { return !m_contracts.empty(); }
    bool wants(std::uint32_t contract) const { return m_contracts.contains(contract); }
    // Sends a frame of the tape, or drops the client when it has left more than `maxUnsent` bytes unread.
    // False: it was not sent and never will be.
    bool send(const QString& frame, qint64 maxUnsent);

    // Faults.
    void drop(); // no close frame: what the provider does
    void close(int code, const QString& reason);
    void replace(); // by another connection of the same account
    void stall();   // reads nothing and sends nothing until resume()
    void hold();    // sends nothing until resume(), which makes up for it
    void mute();    // sends nothing until resume(); that is lost
    void resume();
    void sendText(const QString& text);
    void sendBinary(const QByteArray& bytes);
    void sendBytes(const QByteArray& bytes); // as they are, past the protocol

private Q_SLOTS:
    void read(const QString& message);
    void giveUpWaiting();

private:
    void authenticate(const QString& key);
    void subscribe(const QString& channels);
    void unsubscribe(const QString& channels);
    void sendStatus(const QString& status, const QString& message);
    bool isRefused(const QString& key);
    QJsonArray spoilt(const QJsonArray& answers) const; // as the faults of the moment have them

    QWebSocket* m_socket;
    QPointer<QTcpSocket> m_tcp;
    const Listing& m_listing;
    QString m_acceptedKey;
    const FaultState& m_faults;
    QTimer m_authTimer;
    bool m_authenticated = false;
    bool m_all = false;
    bool m_holds = false;
    bool m_mute = false;
    QStringList m_held; // frames
    qint64 m_heldChars = 0;
    QSet<QString> m_channels; // acknowledged and held
    std::unordered_set<std::uint32_t> m_contracts;
};

} // namespace flowglass::market
