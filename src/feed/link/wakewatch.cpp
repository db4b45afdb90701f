// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/link/wakewatch.h"

#include <algorithm>

namespace flowglass::feed {

std::optional<std::chrono::milliseconds> WakeWatch::look(std::chrono::nanoseconds steady, domain::UnixNs wall,
                                                         std::chrono::nanoseconds interval)
{
    const std::chrono::nanoseconds steadyWent = steady - m_steady;
    const std::chrono::nanoseconds wallWent = wall - m_wall;
    const bool isFirst = !m_looked;
    m_looked = true;
    m_steady = steady;
    m_wall = wall;
    if (isFirst)
        return std::nullopt;
    const std::chrono::nanoseconds missed = std::max(wallWent - steadyWent, steadyWent - interval);
    if (missed < kTolerance)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::max(wallWent, steadyWent));
}

} // namespace flowglass::feed
