// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/clockskew.h"

#include <algorithm>

namespace flowglass::contracts {

bool ClockSkew::note(const ServerTime& time)
{
    const auto before = off();
    const Span least = time.sent - time.said - std::chrono::seconds(1); // the second had begun before
    const Span most = time.received - time.said;
    if (least > most)
        return false; // our clock was set back meanwhile
    if (most < m_least || least > m_most) {
        m_least = least; // one of the clocks has been set: what was known is void
        m_most = most;
    } else {
        m_least = std::max(m_least, least);
        m_most = std::min(m_most, most);
    }
    return off() != before;
}

std::optional<std::chrono::milliseconds> ClockSkew::off() const
{
    if (m_least > kTolerated || m_most < -kTolerated)
        return (m_least + m_most) / 2;
    return std::nullopt;
}

} // namespace flowglass::contracts
