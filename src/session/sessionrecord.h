// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/clock.h"
#include "recording/recorder.h"
#include "session/flightlog.h"
#include "session/framescrubber.h"
#include "session/replay/sessionfacts.h"
#include "session/streamevent.h"

#include <QObject>

#include <memory>
#include <optional>

namespace flowglass::session {

// What is kept of a session as it comes in, the API key blotted out: the last minutes in memory, and everything
// in a recording while one runs. GUI thread; the files are written by the recorder's own.
class SessionRecord : public QObject
{
    Q_OBJECT

public:
    SessionRecord(const QString& apiKey, const domain::Clock& clock, QObject* parent = nullptr);
    ~SessionRecord() override;

    void add(const QString& frame, domain::UnixNs receipt);
    void add(const StreamEvent& event, domain::UnixNs time);
    void note(const recording::EventEntry& entry); // for the reader of a recording only

    // Not while one is running. `settings`: of the detectors, at its beginning.
    domain::Result<bool> start(recording::RecorderConfig config, const detect::Settings& settings);
    // `facts`: what a replay of it will find, if that is known; kept beside the file.
    void stop(const std::optional<SessionFacts>& facts); // returns at once; changed() follows
    void finish(const std::optional<SessionFacts>& facts); // its outcome is in state() then
    bool isRecording() const { return m_recorder != nullptr; } // or has been
    bool holdsAll() const { return m_holdsAll; } // from the first frame on
    recording::RecorderState state() const;

    const FlightLog& flightLog() const { return m_flight; }
    domain::UnixNs firstReceipt() const { return m_firstReceipt; } // 0: nothing received yet

Q_SIGNALS:
    void changed(const flowglass::recording::RecorderState& state);

private:
    void onStopped();

    const domain::Clock& m_clock;
    FrameScrubber m_scrubber;
    FlightLog m_flight;
    domain::UnixNs m_firstReceipt;
    bool m_holdsAll = false;
    std::optional<SessionFacts> m_facts;             // of the recording that is being ended
    std::unique_ptr<recording::Recorder> m_recorder; // the present or the last one
};

} // namespace flowglass::session
