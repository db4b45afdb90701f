// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"

#include <cstdint>

namespace flowglass::detect {

// The pace of a trading day in New York: busy at the open, quiet at noon, busier at the close,
//   1 + 2 exp(-t/1800 s) + exp(-(T-t)/1800 s), T = 23,400 s, scaled to a mean of 1 over 9:30-16:00,
// and 1 outside these hours. Answers are kept for the second they were asked for.
class SessionProfile
{
public:
    static constexpr double kSessionSeconds = 23'400.0;

    struct Moment
    {
        std::int32_t day = 0; // New York calendar day, days since 1970-01-01
        double pace = 1.0;    // relative to the mean of the session
        double second = 0.0;  // whole seconds since midnight
        double elapsed = 0.0; // market time since the open, 1 = a session; negative before it
    };
    const Moment& at(domain::UnixMs time);

private:
    domain::ZoneTime m_zone = domain::ZoneTime::newYork();
    std::int64_t m_second = -1; // that m_moment is of
    Moment m_moment;
};

} // namespace flowglass::detect
