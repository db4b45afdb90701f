// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "domain/time/clock.h"
#include "domain/time/markettime.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <mutex>

namespace flowglass::app {

// Everything logged goes to stderr, one line a message, from the given level on, with the API key cut out.
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

private:
    void writeOut(const QByteArray& line);

    const LogLevel m_level;
    const domain::Clock& m_clock;
    std::mutex m_mutex; // guards what follows
    domain::ZoneTime m_utc = domain::ZoneTime::utc();
    QString m_secret;
    std::uint64_t m_dropped = 0;
};

} // namespace flowglass::app
