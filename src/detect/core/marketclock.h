// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/stats/sessionprofile.h"

#include <cstdint>

namespace flowglass::detect {

// The time by which baselines age: event time that stands still over gaps of the feed, so that a gap is
// neither a lull nor its end a burst.
class MarketClock
{
public:
    struct Moment
    {
        std::int32_t day = 0;        // New York calendar day, days since 1970-01-01
        double pace = 1.0;           // of trading at this hour, relative to the mean of the session
        double secondOfDay = 0.0;    // in New York, whole
        double elapsed = 0.0;        // market time since the open without the day's gaps; 1 = a session
        std::int64_t baselineMs = 0; // event time less all gaps so far, ms
    };
    Moment at(domain::UnixMs time);

    // Nothing was received from `from` to `to`. Gaps come in order; what overlaps an earlier one counts once.
    void skip(domain::UnixMs from, domain::UnixMs to);

private:
    struct Frozen
    {
        std::int64_t ms = 0;
        double secondOfDay = 0.0; // in New York, whole
        double elapsed = 0.0;     // of m_gapDay
    };

    SessionProfile m_profile;
    std::int64_t m_gapFrom = 0; // the newest gap
    std::int64_t m_gapTo = 0;
    std::int32_t m_gapDay = 0; // on which it ended
    Frozen m_before;           // the gaps before it ...
    Frozen m_all;              // ... and with it
};

} // namespace flowglass::detect
