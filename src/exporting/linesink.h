// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
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
    static constexpr std::size_t kCapacityBytes = std::size_t(64) << 20;

    explicit LineSink(QString path, std::size_t capacityBytes = kCapacityBytes);
    // Goes on behind what the file holds: a last line that a crash tore is cut off first, and an empty file
    // begins with `firstLine`. The file is opened by the writing thread, so open() only fails later, in error().
    static std::unique_ptr<LineSink> appending(QString path, QByteArray firstLine);
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
    bool openToAppend();
    bool writeOut(const QByteArray& batch);
    void giveUp(const QByteArray& batch, qsizetype done, const QString& reason);
    std::optional<bool> writable();
    void fail(const QString& reason);

    const QString m_path;
    const std::size_t m_capacity;
    std::optional<QByteArray> m_firstLine; // set: appends
    bool m_open = false;                   // as the caller knows it
    int m_fd = -1;                         // while the thread runs, the thread's
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
