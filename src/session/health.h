// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace flowglass::session {

// How well the session keeps up, for the status bar. Percentiles and the worst stall are of the whole run.
struct Health
{
    std::size_t backlogFrames = 0;
    std::chrono::nanoseconds backlogAge{0}; // of the oldest frame that waits
    std::chrono::nanoseconds worstStall{0}; // of the event loop
    std::chrono::nanoseconds latencyP50{0}; // frame received until its trades are judged
    std::chrono::nanoseconds latencyP99{0};
    std::chrono::nanoseconds screenP50{0}; // frame received until its trades are painted; 0 without a screen
    std::chrono::nanoseconds screenP99{0};
    std::chrono::nanoseconds feedLagP50{0}; // event time until receipt, by two clocks
    std::chrono::nanoseconds feedLagP99{0};
    double tradesPerSecond = 0.0; // of the whole feed, over the last two seconds
};

} // namespace flowglass::session
