// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/watch/gapwatch.h"

#include "feed/feedconnection.h"
#include "session/pipeline.h"
#include "session/pump.h"

namespace flowglass::session {

GapWatch::GapWatch(feed::FeedConnection& connection, const Pump& pump, Pipeline& pipeline, QObject* parent)
    : QObject(parent), m_connection(connection), m_pump(pump), m_pipeline(pipeline)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &GapWatch::look);
    connect(&m_connection, &feed::FeedConnection::statusChanged, this, &GapWatch::look);
}

void GapWatch::look()
{
    const std::optional<domain::FeedGap> gap = m_connection.openGap();
    if (!gap)
        return m_timer.stop();
    if (!m_timer.isActive())
        m_timer.start();
    if (m_pump.isIdle())
        m_pipeline.store().showOpenGap(*gap, m_pipeline.newest());
}

} // namespace flowglass::session
