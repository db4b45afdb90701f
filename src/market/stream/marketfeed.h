// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/faults/feeddoor.h"
#include "market/marketconfig.h"
#include "market/stream/feedclient.h"
#include "market/stream/tradeencoder.h"

#include <QObject>
#include <QPointer>
#include <QWebSocketServer>

#include <atomic>
#include <memory>
#include <span>
#include <vector>

namespace flowglass::market {

// The WebSocket side of the simulated market, path /options on 127.0.0.1. Every client sees the same
// tape from the moment its subscription is acknowledged, but for what faults do to it. Lives on the
// market's thread after listen().
class MarketFeed : public QObject
{
    Q_OBJECT
public:
    // faults: must outlive the feed.
    MarketFeed(MarketConfig config, const FaultState& faults, QObject* parent);

    bool listen();
    quint16 port() const { return m_door.port(); }
    QString errorString() const { return m_door.errorString(); }
    // From here on clients are let in. The listing must outlive the feed.
    void open(const Listing& listing, domain::UnixMs start);
    void publish(std::span<const TapePrint> prints);
    void apply(const FaultState::Change& change); // of the feed
    void close(); // no more clients; those connected are dropped
    quint64 tradesSent() const { return m_sent; } // to all clients together; from any thread

private Q_SLOTS:
    void upgrade(QTcpSocket* socket);
    void accept();

private:
    void begin(const Fault& fault);
    void remember(std::span<const TapePrint> prints);
    bool keepForReversal(std::span<const TapePrint> prints);
    void send(std::span<const TapePrint> prints);
    QTcpSocket* tcpOf(const QWebSocket& socket);
    QString frameFor(const FeedClient* only, std::span<const TapePrint> prints);

    MarketConfig m_config;
    const FaultState& m_faults;
    FeedDoor m_door;
    QWebSocketServer m_server; // upgrades what comes through the door; listens to nothing itself
    const Listing* m_listing = nullptr;
    std::unique_ptr<TradeEncoder> m_encoder;
    std::vector<QPointer<QTcpSocket>> m_upgrading;
    std::vector<QPointer<FeedClient>> m_clients;
    std::vector<TapePrint> m_latest;   // for repeats, oldest first
    std::vector<TapePrint> m_reversed; // being gathered
    std::size_t m_toReverse = 0;
    QByteArray m_buffer; // reused
    std::size_t m_inFrame = 0; // trades in m_buffer
    std::atomic<quint64> m_sent{0};
};

} // namespace flowglass::market
