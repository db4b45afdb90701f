// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/calendar/marketstatus.h"
#include "domain/counters.h"
#include "domain/time/marketcalendar.h"
#include "feed/feedconnection.h"
#include "feed/link/networkwatch.h"
#include "feed/link/wakewatch.h"
#include "session/watch/stallwatch.h"

#include <QObject>
#include <QTimer>

namespace flowglass::session {

// Watches over a live feed from outside of the link: trades that stop while the market is open, a computer that
// slept, a network that came back. Decides what the connection is told; knows how the market stands. What it is
// given must outlive it. One thread, whose event loop must run.
class FeedGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kDelay = std::chrono::minutes(15); // of the delayed hosts

    struct Config
    {
        bool alwaysOpen = false; // the simulated market
        bool delayed = false;
        QStringList channels;
    };

    FeedGuard(Config config, feed::FeedConnection& connection, contracts::ContractService& service,
              const domain::Counters& counters, const domain::Clock& clock, QObject* parent = nullptr);

    void start(bool followNetwork);
    void stop();
    void setChannels(const QStringList& channels);
    void look(); // by itself four times a second

    // Counts as open for a minute after any trade, whatever the calendar says.
    const domain::MarketCalendar& calendar() const { return m_calendar; }
    domain::MarketState market() const;

private:
    std::uint64_t streamTrades() const { return m_counters.trades - m_counters.backfilled; }
    void judge(std::chrono::nanoseconds steady);
    bool isOpen() const;
    domain::UnixMs tapeTime() const; // of the trades that come now
    QString text(const StallWatch::Finding& finding) const;

    Config m_config;
    feed::FeedConnection& m_connection;
    const domain::Counters& m_counters;
    const domain::Clock& m_clock;
    domain::MarketCalendar m_calendar;
    contracts::MarketStatus m_status;
    feed::NetworkWatch m_network;
    feed::WakeWatch m_wake;
    StallWatch m_stall;
    QTimer m_tick;
    std::uint64_t m_trades = 0; // as streamTrades() said last
    std::optional<std::chrono::nanoseconds> m_lastTrade; // steady
};

} // namespace flowglass::session
