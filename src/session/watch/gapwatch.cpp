// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/watch/gapwatch.h"

#include "feed/feedconnection.h"
#include "session/pipeline.h"
#include "session/pump.h"

#include <utility>

namespace flowglass::session {

namespace {

domain::WatchList united(const domain::WatchList& one, const domain::WatchList& other)
{
    const QStringList names = one.entries() + other.entries();
    return domain::WatchList::parse(names.join(QLatin1Char(','))).value(); // the names of lists that were read
}

} // namespace

GapWatch::GapWatch(feed::FeedConnection& connection, const Pump& pump, Pipeline& pipeline, domain::WatchList watch,
                   QObject* parent)
    : QObject(parent), m_connection(connection), m_pump(pump), m_pipeline(pipeline), m_watch(std::move(watch))
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &GapWatch::look);
    connect(&m_connection, &feed::FeedConnection::statusChanged, this, &GapWatch::look);
    connect(&m_connection, &feed::FeedConnection::gapEnded, this, &GapWatch::onGapEnded);
}

void GapWatch::look()
{
    const std::optional<domain::FeedGap> gap = m_connection.openGap();
    if (!gap)
        return m_timer.stop();
    if (!m_timer.isActive())
        m_timer.start();
    if (!m_lost)
        m_lost = m_watch;
    if (m_pump.isIdle())
        m_pipeline.store().showOpenGap(*gap, m_pipeline.newest());
}

void GapWatch::setWatch(const domain::WatchList& watch)
{
    m_watch = watch;
    if (m_lost)
        m_lost = united(*m_lost, watch);
}

// After a sleep the next one has begun by now.
void GapWatch::onGapEnded(const domain::FeedGap& gap)
{
    m_ended.emplace_back(gap, m_lost.value_or(m_watch));
    m_lost = m_connection.openGap() ? std::optional(m_watch) : std::nullopt;
}

std::optional<domain::WatchList> GapWatch::takeWatch(const domain::FeedGap& gap)
{
    if (m_ended.empty() || m_ended.front().first != gap)
        return std::nullopt;
    const domain::WatchList watch = m_ended.front().second;
    m_ended.pop_front();
    return watch;
}

} // namespace flowglass::session
