// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/marketclock.h"

#include <algorithm>

namespace flowglass::detect {

MarketClock::Moment MarketClock::at(domain::UnixMs time)
{
    // A print from within the gap, or from before it and late, belongs to the moment the gap began.
    const bool after = time.value >= m_gapTo;
    const Frozen& frozen = after ? m_all : m_before;
    const domain::UnixMs counted{after ? time.value : std::min(time.value, m_gapFrom)};
    const SessionProfile::Moment& now = m_profile.at(time);
    Moment moment{now.day, now.pace, now.second, now.elapsed, counted.value - frozen.ms};
    if (counted != time)
        moment.elapsed = m_profile.at(counted).elapsed;
    if (moment.day == m_gapDay)
        moment.elapsed -= frozen.elapsed;
    return moment;
}

void MarketClock::skip(domain::UnixMs from, domain::UnixMs to)
{
    const domain::UnixMs begin{std::max(from.value, m_gapTo)};
    if (to <= begin)
        return;
    const SessionProfile::Moment ended = m_profile.at(to);
    const SessionProfile::Moment began = m_profile.at(begin);
    m_before = m_all;
    if (ended.day != m_gapDay)
        m_before.elapsed = m_all.elapsed = 0.0;
    m_all.ms += to.value - begin.value;
    if (began.day == ended.day)
        m_all.elapsed += ended.elapsed - began.elapsed;
    m_gapFrom = begin.value;
    m_gapTo = to.value;
    m_gapDay = ended.day;
}

} // namespace flowglass::detect
