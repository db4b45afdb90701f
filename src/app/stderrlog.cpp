// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stderrlog.h"

#include "domain/text/secret.h"

#include <QLocale>
#include <QtGlobal>

#include <atomic>

#include <poll.h>
#include <unistd.h>

namespace flowglass::app {

namespace {

std::atomic<StderrLog*> g_log = nullptr; // for Qt's handler, which takes no context
QtMessageHandler g_previous = nullptr;

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return LogLevel::Error;
    }
    return LogLevel::Error;
}

QString wordOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return QStringLiteral("debug");
    case LogLevel::Info:
        return QStringLiteral("info");
    case LogLevel::Warning:
        return QStringLiteral("warning");
    case LogLevel::Error:
        return QStringLiteral("error");
    }
    return {};
}

void onMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (StderrLog* log = g_log.load())
        log->write(levelOf(type), text);
}

} // namespace

StderrLog::StderrLog(LogLevel level, const domain::Clock& clock) : m_level(level), m_clock(clock)
{
    g_log = this;
    g_previous = qInstallMessageHandler(onMessage);
}

StderrLog::~StderrLog()
{
    qInstallMessageHandler(g_previous);
    g_log = nullptr;
    std::unique_ptr<LogFile> file; // its thread may have something to say, so it goes without the lock
    const std::lock_guard lock(m_mutex);
    putHeldBack(m_limiter.rest());
    file = std::move(m_file);
}

void StderrLog::setSecret(const QString& secret)
{
    const std::lock_guard lock(m_mutex);
    m_secret = secret;
}

void StderrLog::keepIn(const QString& path)
{
    auto file = std::make_unique<LogFile>(path, [this, path](const QString& reason) {
        write(LogLevel::Warning, QStringLiteral("no log is kept in %1: %2").arg(path, reason));
    });
    const std::lock_guard lock(m_mutex);
    m_file = std::move(file);
}

void StderrLog::write(LogLevel level, const QString& text)
{
    if (level < m_level)
        return;
    const std::lock_guard lock(m_mutex);
    const std::chrono::nanoseconds now = m_clock.steady();
    putHeldBack(m_limiter.over(now));
    if (m_limiter.admits(level, text, now))
        put(level, text);
}

void StderrLog::putHeldBack(const std::vector<LogLimiter::HeldBack>& messages)
{
    for (const LogLimiter::HeldBack& message : messages) {
        put(message.level, QStringLiteral("repeated %1 times in %2 s: %3")
                               .arg(QLocale(QLocale::English).toString(qulonglong(message.count)))
                               .arg(LogLimiter::kWindow.count())
                               .arg(message.text));
    }
}

void StderrLog::put(LogLevel level, const QString& text)
{
    const domain::UnixMs now = domain::lossyToMs(m_clock.now());
    QString line = domain::withoutSecret(wordOf(level) + QStringLiteral(": ") + text, m_secret);
    line.replace(QLatin1Char('\n'), QLatin1Char(' ')); // what a server says must not look like lines of ours
    line.replace(QLatin1Char('\r'), QLatin1Char(' '));
    if (m_file)
        m_file->write((m_utc.isoText(now) + QLatin1Char(' ') + line).toUtf8().left(4000));
    QString shown = m_utc.timeText(now) + QLatin1Char(' ') + line;
    if (m_dropped > 0)
        shown += QStringLiteral(" (%1 lines dropped before)").arg(m_dropped);
    writeOut(shown.toUtf8().left(4000) + '\n');
}

// A pipe that poll() calls writable takes up to 4,096 bytes without waiting.
void StderrLog::writeOut(const QByteArray& line)
{
    pollfd target{STDERR_FILENO, POLLOUT, 0};
    if (::poll(&target, 1, 0) == 1 && ::write(STDERR_FILENO, line.constData(), std::size_t(line.size())) > 0)
        m_dropped = 0;
    else
        ++m_dropped;
}

} // namespace flowglass::app
