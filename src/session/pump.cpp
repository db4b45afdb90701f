// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pump.h"

#include "session/traderouter.h"

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

Pump::Pump(Config config, feed::TradeDecoder& decoder, TradeRouter& router, domain::Counters& counters,
           const domain::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_config(config)
    , m_decoder(decoder)
    , m_router(router)
    , m_counters(counters)
    , m_clock(clock)
    , m_backlog(config.backlogBytes)
{
}

void Pump::receive(const QString& frame)
{
    const std::chrono::nanoseconds received = m_clock.steady();
    ++m_counters.frames;
    m_counters.bytes += utf8Bytes(frame);
    const bool belowCapacity = m_backlog.push(frame, received);
    m_counters.backlogPeak = m_backlog.peak();
    if (!belowCapacity)
        work([this] { return m_backlog.bytes() <= m_config.backlogBytes / 2; });
    schedule();
}

void Pump::drainAll()
{
    m_drainAll = true;
    work([] { return false; });
}

void Pump::schedule()
{
    const bool idle = m_backlog.isEmpty() && m_routed == m_frame.trades.size();
    if (m_scheduled || idle)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &Pump::turn, Qt::QueuedConnection);
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
    while (m_routed < m_frame.trades.size() || decodeNext()) {
        routeStep();
        if (!m_drainAll && enough())
            break;
    }
    m_drainAll = false;
    m_working = false;
}

bool Pump::decodeNext()
{
    if (m_backlog.isEmpty())
        return false;
    const feed::FrameBacklog::Frame frame = m_backlog.take();
    m_received = frame.received;
    m_frame.clear();
    m_routed = 0;
    domain::Counters decoded;
    m_decoder.decode(frame.text, m_frame, decoded);
    m_counters.events += decoded.events - decoded.trades;
    m_counters.status += decoded.status;
    m_counters.other += decoded.other;
    m_counters.rejected += decoded.rejected;
    m_counters.rounded += decoded.rounded;
    m_counters.malformedSymbols += decoded.malformedSymbols;
    for (const feed::StatusMessage& status : m_frame.statuses)
        Q_EMIT statusDecoded(status);
    return true;
}

void Pump::routeStep()
{
    const std::size_t end = std::min(m_routed + m_config.step, m_frame.trades.size());
    const std::uint64_t count = end - m_routed;
    while (m_routed < end) {
        const domain::Trade& trade = m_frame.trades[m_routed++];
        for (const std::uint32_t id : m_router.route(trade))
            Q_EMIT anomalyUpdated(id);
    }
    m_now = m_clock.steady();
    if (count == 0)
        return;
    m_latency.judged(m_now - m_received, count);
    m_rate.add(count, m_now);
    if (end == m_frame.trades.size()) {
        const domain::UnixNs receipt{m_clock.now().value - (m_now - m_received).count()};
        m_latency.received(m_frame.trades.back().time(), receipt);
    }
}

} // namespace flowglass::session
