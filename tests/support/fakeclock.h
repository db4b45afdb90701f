// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/clock.h"

#include <optional>

namespace flowglass::test {

// A clock that the test sets. Steady::Frozen: nothing moves but by advance(). Steady::Running: the
// steady time is the system's plus what was advanced, so that real timers and the clock agree while
// the wall time stays the test's. GUI thread only.
class FakeClock final : public domain::Clock
{
public:
    enum class Steady { Frozen, Running };

    // 2026-11-20T15:00:00Z, a Friday, 10:00 in New York.
    static constexpr domain::UnixNs kMorning{1'795'186'800'000'000'000};

    explicit FakeClock(domain::UnixNs now = kMorning, Steady steady = Steady::Frozen)
        : m_now(now), m_runs(steady == Steady::Running)
    {
    }

    domain::UnixNs now() const override { return m_now; }
    std::chrono::nanoseconds steady() const override
    {
        return m_steady + (m_runs ? m_system.steady() : std::chrono::nanoseconds(0));
    }

    std::chrono::nanoseconds asleep() const override { return m_asleep ? *m_asleep : Clock::asleep(); }

    void setNow(domain::UnixNs now) { m_now = now; }
    void setSteady(std::chrono::nanoseconds steady) { m_steady = steady; }
    // From then on it is known, whatever becomes of the wall time.
    void setAsleep(std::chrono::nanoseconds asleep) { m_asleep = asleep; }
    // Moves both times.
    void advance(std::chrono::nanoseconds by)
    {
        m_now.value += by.count();
        m_steady += by;
    }

private:
    domain::SystemClock m_system;
    domain::UnixNs m_now;
    std::optional<std::chrono::nanoseconds> m_asleep;
    std::chrono::nanoseconds m_steady{std::chrono::hours(1)};
    bool m_runs;
};

} // namespace flowglass::test
