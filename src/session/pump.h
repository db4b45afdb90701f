// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/clock.h"
#include "feed/framebacklog.h"
#include "feed/tradedecoder.h"
#include "session/meters/backloghistory.h"
#include "session/meters/latencymeter.h"
#include "session/meters/ratemeter.h"
#include "session/streamevent.h"

#include <QObject>

#include <deque>

namespace flowglass::session {

class Pipeline;

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

    Pump(Config config, Pipeline& pipeline, const domain::Clock& clock, QObject* parent = nullptr);

    // `receipt`: wall clock, of the recording when it is replayed.
    void receive(const QString& frame, domain::UnixNs receipt);
    // Takes effect behind everything received so far; at once when nothing waits.
    void post(const StreamEvent& event);
    void drainAll(); // everything received so far; from within a slot of its signals: before the turn ends

    bool isIdle() const; // everything received was judged
    bool judgesAgain() const; // JudgedAgain was posted and takes effect by and by: long work, in slices
    void dropJudging();       // it shall not
    const feed::FrameBacklog& backlog() const { return m_backlog; }
    // How long the socket was held back in all, because frames came faster than they could be judged.
    std::chrono::nanoseconds backpressure() const { return m_backpressure; }
    LatencyMeter& latency() { return m_latency; }
    const LatencyMeter& latency() const { return m_latency; }
    const BacklogHistory& history() const { return m_history; }
    const RateMeter& rate() const { return m_rate; } // all trades of the feed

Q_SIGNALS:
    void statusDecoded(const flowglass::feed::StatusMessage& status);
    void anomalyUpdated(quint32 id);
    void eventApplied(const flowglass::session::StreamEvent& event);

private:
    void schedule();
    void turn();
    // Works until there is nothing left, or `enough` says so after a step.
    template <class Enough>
    void work(Enough enough);
    // The next frame, decoded; events before it take effect, or come nearer to it. False: nothing left.
    bool next();
    void decodeNext();
    void applyNext();
    void routeStep();

    const Config m_config;
    Pipeline& m_pipeline;
    const domain::Clock& m_clock;

    struct Posted
    {
        std::uint64_t frame = 0; // takes effect when so many were taken from the backlog, and routed
        StreamEvent event;
    };

    feed::FrameBacklog m_backlog;
    std::deque<Posted> m_posted;
    std::uint64_t m_frames = 0;             // received
    std::uint64_t m_taken = 0;              // of them, from the backlog
    feed::DecodedFrame m_frame;             // being routed; its memory is used again
    std::size_t m_routed = 0;               // trades of m_frame
    std::chrono::nanoseconds m_received{0}; // of m_frame, steady
    domain::UnixNs m_receipt;               // of m_frame, wall clock
    std::chrono::nanoseconds m_now{0};      // as of the last step
    bool m_scheduled = false;
    bool m_working = false;
    bool m_drainAll = false;
    std::chrono::nanoseconds m_backpressure{0};
    LatencyMeter m_latency;
    BacklogHistory m_history;
    RateMeter m_rate;
};

} // namespace flowglass::session
