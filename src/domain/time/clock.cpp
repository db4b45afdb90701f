// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time/clock.h"

#include <ctime>

namespace flowglass::domain {

namespace {

#ifdef __linux__
std::chrono::nanoseconds read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}
#endif

} // namespace

std::chrono::nanoseconds Clock::asleep() const
{
    return std::chrono::nanoseconds(now().value) - steady();
}

UnixNs SystemClock::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::nanoseconds>(sinceEpoch).count()};
}

std::chrono::nanoseconds SystemClock::steady() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

std::chrono::nanoseconds SystemClock::asleep() const
{
#ifdef __linux__
    return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC);
#else
    return Clock::asleep();
#endif
}

} // namespace flowglass::domain
