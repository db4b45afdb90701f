// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "market/marketconfig.h"
#include "market/plantedanomaly.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>
#include <vector>

namespace flowglass::market {

class MarketFloor;

// The simulated market as a server on 127.0.0.1 that speaks the provider's WebSocket and REST protocols.
// It lives on the caller's thread and runs everything on a thread of its own; start() binds both ports
// before it returns and never waits. The tape runs from start() whether or not anyone is connected.
class MarketServer : public QObject
{
    Q_OBJECT
public:
    explicit MarketServer(MarketConfig config, QObject* parent = nullptr);
    ~MarketServer() override; // stops

    // Once. Fails with Unreachable when a port cannot be bound.
    domain::Result<bool> start();
    // Drops all clients and ends the thread; well under a second. Also when never started.
    void stop();

    // Makes the server do wrong what the script says, from now on; after start(), from any thread.
    void simulate(const FaultScript& script);
    quint64 tradesSent() const; // to all clients together; after start(), from any thread

    QUrl feedUrl() const { return m_feedUrl; } // ws://127.0.0.1:P/options; empty before start()
    QUrl apiUrl() const { return m_apiUrl; }   // http://127.0.0.1:Q; empty before start()
    // What was planted into the tape, for evaluation. Complete once stop() has returned, empty before.
    const std::vector<PlantedAnomaly>& planted() const { return m_planted; }

private:
    MarketConfig m_config;
    QThread m_thread;
    std::unique_ptr<MarketFloor> m_floor;
    QUrl m_feedUrl;
    QUrl m_apiUrl;
    std::vector<PlantedAnomaly> m_planted;
};

} // namespace flowglass::market
