// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pump.h"

#include "session/pipeline.h"

#include <algorithm>
#include <span>

namespace flowglass::session {

namespace {

std::uint64_t utf8Bytes(QStringView text)
{
    std::uint64_t bytes = std::uint64_t(text.size());
    for (const QChar c : text)
        bytes += std::uint64_t(c.unicode() >= 0x80) + std::uint64_t(c.unicode() >= 0x800 && !c.isSurrogate());
    return bytes;
}

} // namespace

Pump::Pump(Config config, Pipeline& pipeline, const domain::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_config(config)
    , m_pipeline(pipeline)
    , m_clock(clock)
    , m_backlog(config.backlogBytes)
{
}

void Pump::receive(const QString& frame, domain::UnixNs receipt)
{
    const std::chrono::nanoseconds received = m_clock.steady();
    domain::Counters& counters = m_pipeline.counters();
    ++m_frames;
    ++counters.frames;
    counters.bytes += utf8Bytes(frame);
    const bool belowCapacity = m_backlog.push(frame, received, receipt);
    counters.backlogPeak = m_backlog.peak();
    m_history.add(m_backlog.size(), received);
    if (!belowCapacity) {
        work([this] { return m_backlog.bytes() <= m_config.backlogBytes / 2; });
        m_backpressure += m_clock.steady() - received;
    }
    schedule();
}

void Pump::post(const StreamEvent& event)
{
    m_posted.push_back({m_frames, event});
    if (m_backlog.isEmpty() && m_routed == m_frame.trades.size() && !m_working)
        next();
    schedule();
}

bool Pump::judgesAgain() const
{
    return std::ranges::any_of(m_posted, [](const Posted& posted) {
        return std::holds_alternative<JudgedAgain>(posted.event);
    });
}

void Pump::dropJudging()
{
    std::erase_if(m_posted, [](const Posted& posted) { return std::holds_alternative<JudgedAgain>(posted.event); });
}

void Pump::drainAll()
{
    m_drainAll = true;
    work([] { return false; });
}

void Pump::schedule()
{
    if (m_scheduled || isIdle())
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &Pump::turn, Qt::QueuedConnection);
}

bool Pump::isIdle() const
{
    return m_backlog.isEmpty() && m_posted.empty() && m_routed == m_frame.trades.size();
}

void Pump::turn()
{
    m_scheduled = false;
    m_now = m_clock.steady();
    const std::chrono::nanoseconds deadline = m_now + m_config.slice;
    work([this, deadline] { return m_now >= deadline; });
    schedule();
}

template <class Enough>
void Pump::work(Enough enough)
{
    if (m_working) // a slot of our own signals asked for more: the loop that is running goes on
        return;
    m_working = true;
    while (m_routed < m_frame.trades.size() || next()) {
        routeStep();
        if (!m_drainAll && enough())
            break;
    }
    m_drainAll = false;
    m_working = false;
}

bool Pump::next()
{
    while (!m_posted.empty() && m_posted.front().frame <= m_taken) {
        if (!m_pipeline.prepare(m_posted.front().event))
            return true; // the next step goes on with it
        applyNext();
    }
    if (m_backlog.isEmpty())
        return false;
    decodeNext();
    return true;
}

void Pump::applyNext()
{
    const StreamEvent event = std::move(m_posted.front().event);
    m_posted.pop_front();
    m_pipeline.apply(event);
    Q_EMIT eventApplied(event);
}

void Pump::decodeNext()
{
    const feed::FrameBacklog::Frame frame = m_backlog.take();
    ++m_taken;
    m_received = frame.received;
    m_receipt = frame.receipt;
    m_frame.clear();
    m_routed = 0;
    m_pipeline.decode(frame.text, frame.receipt, m_frame);
    for (const feed::StatusMessage& status : m_frame.statuses)
        Q_EMIT statusDecoded(status);
}

void Pump::routeStep()
{
    const std::size_t end = std::min(m_routed + m_config.step, m_frame.trades.size());
    const std::uint64_t count = end - m_routed;
    while (m_routed < end) {
        const domain::Trade& trade = m_frame.trades[m_routed++];
        for (const std::uint32_t id : m_pipeline.route(trade))
            Q_EMIT anomalyUpdated(id);
    }
    m_now = m_clock.steady();
    if (count == 0)
        return;
    m_latency.judged(m_received, m_now, count);
    m_rate.add(count, m_now);
    if (end == m_frame.trades.size())
        m_latency.received(m_frame.trades.back().time(), m_receipt, end);
}

} // namespace flowglass::session
