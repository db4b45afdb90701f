// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/marketconfig.h"
#include "market/stream/feedclient.h"
#include "market/stream/tradeencoder.h"

#include <QObject>
#include <QPointer>
#include <QWebSocketServer>

#include <memory>
#include <span>
#include <vector>

namespace flowglass::market {

// The WebSocket side of the simulated market, path /options on 127.0.0.1. Every client sees the same
// tape from the moment its subscription is acknowledged. Lives on the market's thread after listen().
class MarketFeed : public QObject
{
    Q_OBJECT
public:
    MarketFeed(MarketConfig config, QObject* parent);

    bool listen();
    quint16 port() const { return m_server.serverPort(); }
    QString errorString() const { return m_server.errorString(); }
    // From here on clients are let in. The listing must outlive the feed.
    void open(const Listing& listing, domain::UnixMs start);
    void publish(std::span<const TapePrint> prints);
    void close(); // no more clients; those connected are dropped

private Q_SLOTS:
    void accept();

private:
    QString frameFor(const FeedClient* only, std::span<const TapePrint> prints);

    MarketConfig m_config;
    QWebSocketServer m_server;
    const Listing* m_listing = nullptr;
    std::unique_ptr<TradeEncoder> m_encoder;
    std::vector<QPointer<FeedClient>> m_clients;
    QByteArray m_buffer; // reused
};

} // namespace flowglass::market
