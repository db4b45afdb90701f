// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "models/recordings/recordingtext.h"
#include "session/flagwatch.h"
#include "settings/recordingsettings.h"

#include <QObject>

#include <memory>

namespace flowglass::app {

// What is written while a stream runs: the recording, started by hand or always, and the journal of flagged
// trades. Borrows the stream, which must not be a replay.
class RecordingDesk : public QObject
{
    Q_OBJECT

public:
    RecordingDesk(Stream& stream, const settings::RecordingSettings& settings, const domain::Clock& clock,
                  QObject* parent = nullptr);
    ~RecordingDesk() override;

    // Before the stream starts: what the settings ask for, and `file` when the command line named one.
    domain::Result<bool> begin(const QString& file);
    void setRecording(bool on); // the button
    bool isRecording() const;
    models::RecordingFigures figures() const;

Q_SIGNALS:
    void changed();                       // isRecording() or what figures() say
    void troubled(const QString& text); // something could not be written, for the person

private:
    domain::Result<bool> record(const QString& path);
    domain::Result<QString> proposedFile() const;
    void keepJournal();
    void applyRetention();
    void onRecording(const recording::RecorderState& state);

    Stream& m_stream;
    const settings::RecordingSettings& m_settings;
    const domain::Clock& m_clock;
    recording::RecorderState::Phase m_phase = recording::RecorderState::Phase::Idle; // last told
    std::unique_ptr<session::FlagWatch> m_journal;
};

} // namespace flowglass::app
