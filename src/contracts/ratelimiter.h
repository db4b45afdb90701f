// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace flowglass::contracts {

// What the provider's plan allows. Learn: 100/s until the first 429, then 5/min.
enum class RatePlan { Learn, FivePerMinute, HundredPerSecond };

// Says when the next call may go out: at most so many calls in any window that slides (stricter than a
// refilled bucket, which lets 5 + 1 calls into one minute), and none while the provider asks to wait.
// A value; all times are of the steady clock and passed in, so it is deterministic. One thread.
class RateLimiter
{
public:
    using Steady = std::chrono::nanoseconds;

    // `firstPause`: the wait after a 429 that names none; doubled for each further one, up to 32 times.
    explicit RateLimiter(RatePlan plan = RatePlan::Learn,
                         std::chrono::nanoseconds firstPause = std::chrono::milliseconds(500));

    Steady earliest(Steady now) const; // `now` when a call may go out at once
    bool mayCall(Steady now) const { return earliest(now) <= now; }
    // The same for a call that can wait: some of the window stays free for those that cannot.
    Steady earliestSpare(Steady now) const;
    // The provider's limit is what holds a call back, rather than the pace of a hundred a second.
    bool isAtProvidersLimit(Steady now) const { return !mayCall(now) && isSlowed(now); }
    bool isSlowed(Steady now) const { return isFivePerMinute() || now < m_pausedUntil; }
    void onCall(Steady now); // a call goes out
    void onAccepted();       // answered with anything but 429
    void onRejected(Steady now, std::optional<std::chrono::nanoseconds> retryAfter); // 429
    void pauseUntil(Steady until);

    void setPlan(RatePlan plan); // forgets what was learnt, keeps the calls made and the pause
    RatePlan plan() const { return m_plan; }
    bool isFivePerMinute() const { return m_plan == RatePlan::FivePerMinute || m_learntFive; }
    int callsLastMinute(Steady now) const;

private:
    Steady earliest(Steady now, std::size_t reserve) const;

    RatePlan m_plan;
    std::chrono::nanoseconds m_firstPause;
    bool m_learntFive = false;
    int m_rejections = 0; // in a row
    Steady m_pausedUntil{0};
    std::deque<Steady> m_calls; // of the last minute, oldest first: at most 6,000
};

} // namespace flowglass::contracts
