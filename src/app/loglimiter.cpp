// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/loglimiter.h"

#include <algorithm>

namespace flowglass::app {

namespace {

// A run of digits as one mark.
QString kindOf(LogLevel level, const QString& text)
{
    QString kind = QString::number(int(level));
    for (const QChar c : text) {
        const QChar mark = c.isDigit() ? QLatin1Char('#') : c;
        if (mark != QLatin1Char('#') || !kind.endsWith(mark))
            kind += mark;
    }
    return kind;
}

} // namespace

bool LogLimiter::admits(LogLevel level, const QString& text, std::chrono::nanoseconds now)
{
    QString kind = kindOf(level, text);
    if (m_windows.size() >= kKinds && !m_windows.contains(kind))
        kind.clear();
    if (m_windows.isEmpty())
        m_nextEnd = now + kWindow;
    Window& window = m_windows[kind];
    if (window.admitted == 0)
        window.begun = now;
    if (window.admitted < kMost) {
        ++window.admitted;
        return true;
    }
    window.held = {level, text, window.held.count + 1};
    return false;
}

std::vector<LogLimiter::HeldBack> LogLimiter::over(std::chrono::nanoseconds now)
{
    std::vector<HeldBack> held;
    if (now < m_nextEnd)
        return held;
    m_nextEnd = now + kWindow;
    for (auto at = m_windows.begin(); at != m_windows.end();) {
        if (now - at->begun < kWindow) {
            m_nextEnd = std::min(m_nextEnd, at->begun + kWindow);
            ++at;
            continue;
        }
        if (at->held.count > 0)
            held.push_back(std::move(at->held));
        at = m_windows.erase(at);
    }
    return held;
}

std::vector<LogLimiter::HeldBack> LogLimiter::rest()
{
    std::vector<HeldBack> held;
    for (Window& window : m_windows) {
        if (window.held.count > 0)
            held.push_back(std::move(window.held));
    }
    m_windows.clear();
    return held;
}

} // namespace flowglass::app
