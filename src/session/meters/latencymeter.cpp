// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/meters/latencymeter.h"

#include <algorithm>
#include <utility>

namespace flowglass::session {

void LatencyMeter::painted(std::chrono::nanoseconds now)
{
    for (std::size_t at = 0; at < m_flushed; ++at)
        m_untilPainted.add(now - m_batches[at].receipt, m_batches[at].trades);
    std::copy(m_batches.begin() + std::ptrdiff_t(m_flushed), m_batches.begin() + std::ptrdiff_t(m_waiting),
              m_batches.begin());
    m_waiting -= std::exchange(m_flushed, 0);
}

} // namespace flowglass::session
