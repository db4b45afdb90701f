// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/time/clock.h"
#include "domain/time/markettime.h"
#include "recording/entry.h"
#include "recording/recordingheader.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace flowglass::recording {

class RecordingWriter;

struct RecorderConfig
{
    QString path; // of the first file; the next ones of a rolled recording are NAME-2.fgr, NAME-3.fgr, ...
    RecordingHeader header;
    qint64 rollBytes = 0;            // begin another file over this size on disk; 0: never
    bool rollDaily = false;          // begin another file at midnight in New York
    qint64 capBytes = 0;             // over all files of this recording: stops when reached; 0: none
    qint64 warnFreeBytes = qint64(2) << 30; // of the disk: state LowDisk below it
    qint64 stopFreeBytes = qint64(200) << 20; // stops below it
    std::chrono::milliseconds flushEvery{1'000}; // an independent zstd frame at least that often
    std::size_t queueBytes = std::size_t(128) << 20; // waiting for the disk; over it recording stops, said
};

struct RecorderState
{
    enum class Phase {
        Idle,
        Recording,
        LowDisk, // recording, but the disk is nearly full
        Stopping, // what was handed over is being written
        Stopped, // as asked, or at its cap: `error` is empty
        Failed   // `error` says why; what was written before stays readable
    };
    Phase phase = Phase::Idle;
    QString path; // of the file being written
    domain::UnixNs since; // wall clock
    quint64 frames = 0; // handed over
    qint64 bytes = 0; // on disk, all files
    qint64 freeBytes = -1; // of the disk; -1: not known yet
    std::optional<domain::Error> error; // Unwritable
    bool operator==(const RecorderState&) const = default;
};

// Writes raw frames as they arrive, before any parsing. add() costs a copy into memory; compressing and
// writing are done by a thread of its own, and nothing that happens to the disk reaches the caller except as
// a state. Blocks are independent zstd frames with checksum and content size, written with one write(), so
// kill -9 loses at most flushEvery. One recording per object. GUI thread.
class Recorder : public QObject
{
    Q_OBJECT

public:
    Recorder(RecorderConfig config, const domain::Clock& clock, QObject* parent = nullptr);
    ~Recorder() override; // stops and waits for the writer

    // Once. Makes the file: an Error (Unwritable) names it. An existing file is never overwritten.
    domain::Result<bool> start();
    void add(QStringView frame, domain::UnixNs received);
    void add(const EventEntry& event);
    void stop(); // returns at once; stopped() follows
    // For the end of the program: stops and waits until all is on disk. An Error: it failed, now or before.
    domain::Result<bool> finish();

    const RecorderState& state() const { return m_state; }
    // The files written, first to last.
    QStringList files() const;

Q_SIGNALS:
    void stateChanged(const flowglass::recording::RecorderState& state); // phases at once, figures every second
    void stopped(); // Stopped or Failed was reached

private:
    bool takesMore() const;
    bool beginEntry(domain::UnixNs time);
    void endEntry();
    void handOver();
    void close();
    void tell();
    void end();

    RecorderConfig m_config;
    const domain::Clock& m_clock;
    domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    QTimer m_flush;
    QTimer m_figures;
    QByteArray m_text; // lines not yet handed over
    domain::UnixNs m_begins; // of m_text
    std::int32_t m_day = 0;
    RecorderState m_state;
    QStringList m_files;
    std::unique_ptr<RecordingWriter> m_writer;
};

} // namespace flowglass::recording
