// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace flowglass::quality {

// The trading days of a tape: regular sessions of New York (UTC-5 in November) that end on Friday
// 2026-11-20, the scored day and a monthly expiry.
namespace sessions {

inline constexpr std::int64_t kDayMs = 86'400'000;
inline constexpr double kSeconds = 23'400.0; // 9:30 to 16:00
inline constexpr std::int32_t kScoredDay =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 20).time_since_epoch().count();

constexpr std::int64_t openMs(std::int32_t day)
{
    return day * kDayMs + (14 * 60 + 30) * 60'000;
}
constexpr std::int64_t closeMs(std::int32_t day)
{
    return openMs(day) + std::int64_t(kSeconds) * 1000;
}
constexpr std::int32_t dayOf(std::int64_t ms)
{
    return std::int32_t(ms / kDayMs);
}

// Orders a second, relative to the mean of the session, so many seconds after the open: busy at the open,
// quiet at noon, busier at the close.
double pace(double seconds);

} // namespace sessions

} // namespace flowglass::quality
