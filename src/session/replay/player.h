// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/clock.h"
#include "session/replay/readahead.h"
#include "session/streamevent.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace flowglass::session {

class Session;

// Plays a recording into a session that has no feed: frames and events in their order, at their recorded
// distances times a speed, or as fast as the session judges them, in slices that leave the event loop free.
// What comes out does not depend on how it is played. Only forwards: going back is another session. Both are
// borrowed and must outlive it; GUI thread.
class Player : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Opening,
        Paused,
        Playing,
        Seeking, // as fast as it goes, to a time or to the next anomaly; then Paused
        Ended,   // everything was judged
        Failed
    };
    struct Config
    {
        double speed = 1.0; // times the recorded pace; 0: as fast as it goes
        bool playing = true; // once it is open
        // Watch list and sensitivity change where they did when it was recorded; else the session's stay.
        bool followWatch = true;
        bool followSensitivity = true;
        std::chrono::nanoseconds slice = std::chrono::milliseconds(4); // of one turn
    };

    Player(OpenSource open, Config config, Session& session, const domain::Clock& clock, QObject* parent = nullptr);
    ~Player() override;

    void open();
    void play();
    void pause();
    void step(); // the next frame, then paused
    void setSpeed(double speed);
    void seek(domain::UnixNs time); // forwards only; everything up to it is judged on the way
    void seekAnomaly();             // until one more is raised
    // From now on the session's own watch list or sensitivity holds, not the recorded one.
    void keepWatch() { m_config.followWatch = false; }
    void keepSensitivity() { m_config.followSensitivity = false; }

    State state() const { return m_state; }
    double speed() const { return m_config.speed; }
    const std::optional<recording::RecordingHeader>& header() const { return m_header; } // once open
    // Of the recording, now: the receive time of the newest entry or, while playing, a little later.
    domain::UnixNs position() const;
    domain::UnixNs last() const { return m_last; } // of the recording; 0: not known
    std::vector<recording::Loss> losses() const { return m_source.losses(); }
    std::uint64_t frames() const { return m_frames; } // played

Q_SIGNALS:
    void opening(qint64 done, qint64 total);
    void opened(const flowglass::recording::RecordingHeader& header);
    void stateChanged(flowglass::session::Player::State state);
    void ended();
    void failed(const flowglass::domain::Error& error);

private:
    void onOpened(const recording::RecordingHeader& header, domain::UnixNs last);
    void onFailed(const domain::Error& error);
    void onAnomaly(quint32 id);
    void setState(State state);
    void turn();
    void playStep();
    void playDue();
    void playFast();
    void arrive();
    void schedule(std::chrono::nanoseconds in);
    const recording::Entry* peek(); // nullptr: nothing at hand
    void playNext();                // what peek() gave
    void playEvent(const StreamEvent& event);
    void end();
    void anchor();
    domain::UnixNs due() const;

    Config m_config;
    Session& m_session;
    const domain::Clock& m_clock;
    ReadAhead m_source;
    QTimer m_timer;
    State m_state = State::Opening;
    std::optional<recording::RecordingHeader> m_header;
    domain::UnixNs m_last;
    std::vector<recording::Entry> m_block; // being played
    std::size_t m_next = 0;                // of m_block
    std::uint64_t m_frames = 0;
    domain::UnixNs m_newest;             // receive time of the newest entry played
    domain::UnixNs m_anchorTime;         // the recording stood here …
    std::chrono::nanoseconds m_anchor{0}; // … at this moment (steady)
    std::optional<domain::UnixNs> m_target; // of Seeking
    bool m_hunting = false;                 // Seeking the next anomaly …
    std::uint32_t m_anomalies = 0;          // … behind these
    bool m_found = false;
    bool m_stepping = false;
};

} // namespace flowglass::session
