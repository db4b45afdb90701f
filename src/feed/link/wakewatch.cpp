// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/link/wakewatch.h"

#include <algorithm>

namespace flowglass::feed {

std::optional<std::chrono::milliseconds> WakeWatch::look(std::chrono::nanoseconds steady,
                                                         std::chrono::nanoseconds asleep,
                                                         std::chrono::nanoseconds interval)
{
    const std::chrono::nanoseconds steadyWent = steady - m_steady;
    const std::chrono::nanoseconds sleptMore = asleep - m_asleep;
    const bool isFirst = !m_looked;
    m_looked = true;
    m_steady = steady;
    m_asleep = asleep;
    if (isFirst)
        return std::nullopt;
    const std::chrono::nanoseconds missed = std::max(sleptMore, steadyWent - interval);
    if (missed < kTolerance)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(steadyWent + std::max(sleptMore, {}));
}

} // namespace flowglass::feed
