// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

namespace flowglass::domain {

// Where the program learns the time; tests hand in their own. Wall time is for stamps and ages,
// steady time for durations. Callable from any thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    virtual UnixNs now() const = 0;
    virtual std::chrono::nanoseconds steady() const = 0;
    // Grows by the time that the computer slept without the steady clock; only differences mean anything.
    // Where the system does not tell, all that the wall clock gained on the steady one.
    virtual std::chrono::nanoseconds asleep() const;
};

class SystemClock final : public Clock
{
public:
    UnixNs now() const override;
    std::chrono::nanoseconds steady() const override;
    std::chrono::nanoseconds asleep() const override; // Linux tells, however the wall clock is set
};

} // namespace flowglass::domain
