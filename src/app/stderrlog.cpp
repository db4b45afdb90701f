// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stderrlog.h"

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
}

void StderrLog::setSecret(const QString& secret)
{
    const std::lock_guard lock(m_mutex);
    m_secret = secret;
}

void StderrLog::write(LogLevel level, const QString& text)
{
    if (level < m_level)
        return;
    const std::lock_guard lock(m_mutex);
    QString line = m_utc.timeText(domain::lossyToMs(m_clock.now())) + QLatin1Char(' ') + wordOf(level) +
                   QStringLiteral(": ") + text;
    if (!m_secret.isEmpty())
        line.replace(m_secret, QStringLiteral("***"));
    if (m_dropped > 0)
        line += QStringLiteral(" (%1 lines dropped before)").arg(m_dropped);
    writeOut(line.toUtf8().left(4000) + '\n');
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
