// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>

namespace flowglass::exporting {

// Writes lines to a file (replaced at open) or, for the path "-", to stdout. A thread of its own does the
// writing, so a slow disk or a reader that does not read its pipe never holds up the caller. Lines wait in
// memory up to `capacityBytes`; beyond that they are lost, counted, and close() fails.
// A file that could not be written to the end is cut back to its last whole line.
// One thread calls; errors are Unwritable with the path and the system's reason.
class LineSink
{
public:
    explicit LineSink(QString path, std::size_t capacityBytes = std::size_t(64) << 20);
    LineSink(const LineSink&) = delete;
    LineSink& operator=(const LineSink&) = delete;
    ~LineSink(); // close() with a short patience, its result ignored

    domain::Result<bool> open();
    void
    write(const QByteArray& line); // without its line end; nothing happens before open() or after a failure
    // Hands out everything and closes (not stdout). Gives up after `patience` when a reader does not read.
    domain::Result<bool> close(std::chrono::milliseconds patience = std::chrono::seconds(1));

    std::optional<domain::Error> error() const; // so far
    std::uint64_t linesLost() const;

private:
    void run();
    bool writeOut(const QByteArray& batch);
    void giveUp(const QByteArray& batch, qsizetype done, const QString& reason);
    std::optional<bool> writable();
    void fail(const QString& reason);

    const QString m_path;
    const std::size_t m_capacity;
    int m_fd = -1;
    std::int64_t m_wholeLines = 0; // bytes, writer thread only
    std::thread m_writer;

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    QByteArray m_pending;
    std::uint64_t m_lost = 0;
    bool m_closing = false;
    std::chrono::steady_clock::time_point m_deadline;
    std::optional<domain::Error> m_error;
};

} // namespace flowglass::exporting
