// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>

namespace flowglass::app {

// A log on the disk that never grows beyond kFiles files of kFileBytes: NAME, and NAME.1 (newer) to NAME.4
// (older). A thread of its own writes, so a slow disk holds nobody up; lines wait in memory up to kMostWaiting
// and are dropped beyond, which the next line tells. Two copies of the program may share it: a line is written
// as a whole. Made readable for its owner only. write() from any thread.
class LogFile
{
public:
    static constexpr qint64 kFileBytes = qint64(1) << 20;
    static constexpr int kFiles = 5;
    static constexpr qsizetype kMostWaiting = qsizetype(1) << 20;

    // `failed` is told once, from the writing thread, why nothing more is written; the program goes on.
    using Failed = std::function<void(const QString& reason)>;

    LogFile(QString path, Failed failed);
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;
    ~LogFile(); // writes what waits

    void write(const QByteArray& line); // without its line end

private:
    void run();
    bool writeOut(const QByteArray& text);
    bool open();
    void close();
    bool isFull() const;
    bool rotate();

    const QString m_path;
    const Failed m_failed;
    int m_fd = -1; // of the thread

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    QByteArray m_waiting;
    std::uint64_t m_dropped = 0;
    bool m_ending = false;
    bool m_broken = false;
    std::thread m_thread;
};

QString defaultLogPath(); // below the user's local data

} // namespace flowglass::app
