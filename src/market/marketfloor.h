// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/dayhistory.h"
#include "market/faults/faultstate.h"
#include "market/faults/restdoor.h"
#include "market/marketconfig.h"
#include "market/rest/marketapi.h"
#include "market/stream/marketfeed.h"
#include "market/tapegenerator.h"

#include <QElapsedTimer>
#include <QHttpServer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace flowglass::market {

// Everything of the simulated market that runs on its thread: the generator, the clock that says which
// prints are due, the feed and the REST server. Made and bound on the owner's thread, then moved to the
// market's; open() and close() are called there.
class MarketFloor : public QObject
{
    Q_OBJECT
public:
    explicit MarketFloor(MarketConfig config);
    ~MarketFloor() override;

    bool listen(QString& error); // binds both ports
    quint16 feedPort() const { return m_feed.port(); }
    quint16 apiPort() const { return m_apiPort; }
    quint64 tradesSent() const { return m_feed.tradesSent(); } // from any thread
    const std::vector<PlantedAnomaly>& planted() const { return m_planted; } // after close()

public Q_SLOTS:
    void open();
    void close();
    void simulate(const flowglass::market::FaultScript& script); // from now on

private Q_SLOTS:
    void tick();

private:
    void serveRest();
    void applyFaults(std::chrono::milliseconds now);
    void takeDue(std::int64_t now);
    domain::UnixMs marketTime() const { return {m_config.start.value + m_elapsed.elapsed()}; }

    MarketConfig m_config;
    FaultState m_faults;
    MarketFeed m_feed;
    std::unique_ptr<QHttpServer> m_http;
    RestDoor* m_restDoor = nullptr; // a child of m_http
    quint16 m_apiPort = 0;
    QTimer m_timer;
    QElapsedTimer m_elapsed; // since the market was bound; runs on while it is being made
    std::unique_ptr<TapeGenerator> m_generator;
    std::unique_ptr<DayHistory> m_history;
    std::unique_ptr<MarketApi> m_api;
    std::vector<TapePrint> m_due; // reused
    std::size_t m_burst = 0;      // prints to be sent before they are due
    bool m_late = false;          // warned that the tape is behind the clock
    std::vector<PlantedAnomaly> m_planted;
};

} // namespace flowglass::market
