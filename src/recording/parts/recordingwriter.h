// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/parts/blockqueue.h"
#include "recording/parts/indexbuilder.h"
#include "recording/parts/recordingfile.h"
#include "recording/recorder.h"

#include <functional>
#include <thread>

struct ZSTD_CCtx_s;

namespace flowglass::recording {

// The thread that compresses and writes what a Recorder hands over, rolls the files, watches the disk and
// leaves an index beside each file. Ends when it is closed and has written all, at the cap, or at an error.
class RecordingWriter
{
public:
    struct Report
    {
        QStringList files;
        qint64 bytes = 0;
        qint64 freeBytes = -1;
        bool lowDisk = false;
        bool ended = false;
        std::optional<domain::Error> error;
    };

    // `changed` is called from the writer's thread when there is news that cannot wait: another file, a disk
    // that is nearly full, the end.
    RecordingWriter(RecorderConfig config, std::unique_ptr<RecordingFile> first,
                    std::chrono::nanoseconds steadyNow, std::function<void()> changed);
    ~RecordingWriter(); // writes what was pushed, and waits for it

    // These from the thread that made it.
    bool push(TextBlock block) { return m_queue.push(std::move(block)); } // false: the disk is too slow
    void close() { m_queue.close(); }
    void join(); // after close(), or once it has ended
    Report report() const;

private:
    // On the writer's thread.
    void run(std::chrono::nanoseconds steadyNow);
    bool write(const TextBlock& block);
    bool hasSpace(std::chrono::nanoseconds steadyNow);
    bool mustRoll(const TextBlock& block, qint64 bytes) const;
    bool roll();
    bool append(const QByteArray& block);
    void closeFile();
    QString nextPath();
    QByteArray compressed(QByteArrayView text);
    QByteArray headerBlock(domain::UnixNs created);
    void fail(const domain::Error& error);
    void publish(bool news);

    const RecorderConfig m_config;
    const std::function<void()> m_changed;
    BlockQueue m_queue;
    std::unique_ptr<RecordingFile> m_file;
    std::unique_ptr<ZSTD_CCtx_s, std::size_t (*)(ZSTD_CCtx_s*)> m_zstd;
    IndexBuilder m_index;                              // of m_file
    std::optional<std::int32_t> m_day;                 // of m_file; empty while there is no entry in it
    std::optional<std::chrono::nanoseconds> m_checked; // the disk, steady clock
    int m_number = 1;                                  // of m_file
    Report m_report;                                   // the writer's own
    mutable std::mutex m_mutex;
    Report m_published;   // guarded by m_mutex
    std::thread m_thread; // last: it uses all of the above
};

} // namespace flowglass::recording
