// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/meters/backloghistory.h"

#include <algorithm>

namespace flowglass::session {

void BacklogHistory::add(std::size_t frames, std::chrono::nanoseconds now)
{
    const std::int64_t number = now / std::chrono::seconds(1);
    Second& second = m_seconds[std::size_t(number) % kSeconds];
    if (second.number != number)
        second = {number, 0};
    second.peak = std::max(second.peak, std::uint32_t(frames));
}

std::vector<std::uint32_t> BacklogHistory::peaks(std::chrono::nanoseconds now) const
{
    const std::int64_t newest = now / std::chrono::seconds(1);
    std::vector<std::uint32_t> peaks(kSeconds, 0);
    for (const Second& second : m_seconds) {
        const std::int64_t age = newest - second.number;
        if (second.number >= 0 && age >= 0 && age < std::int64_t(kSeconds))
            peaks[kSeconds - 1 - std::size_t(age)] = second.peak;
    }
    return peaks;
}

} // namespace flowglass::session
