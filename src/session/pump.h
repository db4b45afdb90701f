// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/clock.h"
#include "domain/counters.h"
#include "feed/framebacklog.h"
#include "feed/tradedecoder.h"
#include "session/meters/latencymeter.h"
#include "session/meters/ratemeter.h"

#include <QObject>

namespace flowglass::session {

class TradeRouter;

// Carries frames from the feed to the router: queued on receipt, then decoded and routed in slices of a few
// milliseconds per turn of the event loop, so that the window answers in between. Nothing is dropped: over
// the backlog's capacity it works inside receive() until half is gone, which holds the socket back.
// A trade is counted when it is routed, so the counters balance whenever a signal is emitted. One thread.
class Pump : public QObject
{
    Q_OBJECT

public:
    struct Config
    {
        std::chrono::nanoseconds slice = std::chrono::milliseconds(4); // of one turn
        std::size_t step = 64; // trades between two looks at the clock
        std::size_t backlogBytes = std::size_t(64) << 20;
    };

    Pump(Config config, feed::TradeDecoder& decoder, TradeRouter& router, domain::Counters& counters,
         const domain::Clock& clock, QObject* parent = nullptr);

    void receive(const QString& frame);
    void drainAll(); // everything received so far; from within a slot of its signals: before the turn ends

    const feed::FrameBacklog& backlog() const { return m_backlog; }
    const LatencyMeter& latency() const { return m_latency; }
    const RateMeter& rate() const { return m_rate; } // all trades of the feed

Q_SIGNALS:
    void statusDecoded(const flowglass::feed::StatusMessage& status);
    void anomalyUpdated(quint32 id);

private:
    void schedule();
    void turn();
    // Works until there is nothing left, or `enough` says so after a step.
    template <class Enough>
    void work(Enough enough);
    bool decodeNext();
    void routeStep();

    const Config m_config;
    feed::TradeDecoder& m_decoder;
    TradeRouter& m_router;
    domain::Counters& m_counters;
    const domain::Clock& m_clock;

    feed::FrameBacklog m_backlog;
    feed::DecodedFrame m_frame;             // being routed; its memory is used again
    std::size_t m_routed = 0;               // trades of m_frame
    std::chrono::nanoseconds m_received{0}; // of m_frame
    std::chrono::nanoseconds m_now{0};      // as of the last step
    bool m_scheduled = false;
    bool m_working = false;
    bool m_drainAll = false;
    LatencyMeter m_latency;
    RateMeter m_rate;
};

} // namespace flowglass::session
