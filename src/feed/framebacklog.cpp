// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/framebacklog.h"

#include <algorithm>
#include <utility>

namespace flowglass::feed {

namespace {

std::size_t bytesOf(const QString& text) { return std::size_t(text.size()) * sizeof(QChar); }

} // namespace

FrameBacklog::FrameBacklog(std::size_t capacityBytes) : m_ring(64), m_capacity(capacityBytes) {}

bool FrameBacklog::push(QString frame, std::chrono::nanoseconds receivedSteady, domain::UnixNs receipt)
{
    if (m_count == m_ring.size())
        grow();
    m_bytes += bytesOf(frame);
    m_ring[(m_head + m_count) & (m_ring.size() - 1)] = {std::move(frame), receivedSteady, receipt};
    ++m_count;
    m_peak = std::max(m_peak, m_count);
    return m_bytes < m_capacity;
}

FrameBacklog::Frame FrameBacklog::take()
{
    Q_ASSERT(m_count > 0);
    Frame frame = std::move(m_ring[m_head]);
    m_head = (m_head + 1) & (m_ring.size() - 1);
    --m_count;
    m_bytes -= bytesOf(frame.text);
    return frame;
}

std::chrono::nanoseconds FrameBacklog::oldest() const
{
    Q_ASSERT(m_count > 0);
    return m_ring[m_head].received;
}

void FrameBacklog::grow()
{
    std::vector<Frame> larger(m_ring.size() * 2); // a power of two: positions wrap by a mask
    for (std::size_t i = 0; i < m_count; ++i)
        larger[i] = std::move(m_ring[(m_head + i) & (m_ring.size() - 1)]);
    m_ring = std::move(larger);
    m_head = 0;
}

} // namespace flowglass::feed
