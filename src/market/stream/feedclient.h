// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/listing.h"

#include <QJsonArray>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <chrono>
#include <unordered_set>

class QWebSocket;

namespace flowglass::market {

// One connected client: the provider's handshake and its subscriptions. Owns the socket and deletes
// itself when the socket is closed. Unknown topics get no answer, unknown contracts an ack and no data.
class FeedClient : public QObject
{
    Q_OBJECT
public:
    FeedClient(QWebSocket* socket, const Listing& listing, QString acceptedKey, std::chrono::milliseconds authTimeout,
               QObject* parent);

    bool wantsAll() const { return m_all; }
    bool wantsSome() const { return !m_contracts.empty(); }
    bool wants(std::uint32_t contract) const { return m_contracts.contains(contract); }
    // Sends a frame, or drops the client when it has left more than `maxUnsent` bytes unread.
    void send(const QString& frame, qint64 maxUnsent);

private Q_SLOTS:
    void read(const QString& message);
    void giveUpWaiting();

private:
    void authenticate(const QString& key);
    void subscribe(const QString& channels);
    void unsubscribe(const QString& channels);
    void sendStatus(const QString& status, const QString& message);

    QWebSocket* m_socket;
    const Listing& m_listing;
    QString m_acceptedKey;
    QTimer m_authTimer;
    bool m_authenticated = false;
    bool m_all = false;
    QSet<QString> m_channels; // acknowledged and held
    std::unordered_set<std::uint32_t> m_contracts;
};

} // namespace flowglass::market
