// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <optional>

namespace flowglass::feed {

// Notices that this computer slept, or that this program was stopped: between two looks the wall clock went
// further than the steady one, which stands in a sleep on some systems, or, where it does not, the look came
// far too late. Setting the clock forward looks the same; a connection too many does no harm. A value.
class WakeWatch
{
public:
    static constexpr std::chrono::seconds kTolerance{15};

    // Look regularly. How long it slept, at the first look afterwards.
    std::optional<std::chrono::milliseconds> look(std::chrono::nanoseconds steady, domain::UnixNs wall,
                                                  std::chrono::nanoseconds interval);

private:
    bool m_looked = false;
    std::chrono::nanoseconds m_steady{0};
    domain::UnixNs m_wall;
};

} // namespace flowglass::feed
