// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/logfile.h"
#include "app/loglimiter.h"
#include "domain/time/clock.h"
#include "domain/time/markettime.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <mutex>

namespace flowglass::app {

// Everything logged goes to stderr, one line a message, from the given level on, with the API key cut out, and
// to a file too if wanted. What repeats is held back and counted (LogLimiter).
// Never waits: while nobody reads stderr, lines are dropped and their number is told with the next one.
// One at a time: Qt has a single place for a message handler, which this takes for its lifetime. Any thread.
class StderrLog
{
public:
    StderrLog(LogLevel level, const domain::Clock& clock);
    StderrLog(const StderrLog&) = delete;
    StderrLog& operator=(const StderrLog&) = delete;
    ~StderrLog();

    void setSecret(const QString& secret);
    void write(LogLevel level, const QString& text);
    // From now on. If it cannot be written that is said once.
    void keepIn(const QString& path);

private:
    void put(LogLevel level, const QString& text);
    void putHeldBack(const std::vector<LogLimiter::HeldBack>& messages);
    void writeOut(const QByteArray& line);

    const LogLevel m_level;
    const domain::Clock& m_clock;
    std::mutex m_mutex; // guards what follows
    domain::ZoneTime m_utc = domain::ZoneTime::utc();
    QString m_secret;
    std::uint64_t m_dropped = 0;
    LogLimiter m_limiter;
    std::unique_ptr<LogFile> m_file; // none: stderr only
};

} // namespace flowglass::app
