// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/meters/stallmeter.h"

#include <algorithm>

namespace flowglass::session {

StallMeter::StallMeter(const domain::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    m_heartbeat.setTimerType(Qt::PreciseTimer);
    m_heartbeat.setInterval(kInterval);
    connect(&m_heartbeat, &QTimer::timeout, this, &StallMeter::beat);
}

void StallMeter::start()
{
    m_last = m_clock.steady();
    m_heartbeat.start();
}

void StallMeter::beat()
{
    const std::chrono::nanoseconds now = m_clock.steady();
    m_summary.add(std::max(now - m_last - kInterval, std::chrono::nanoseconds(0)));
    m_last = now;
}

} // namespace flowglass::session
