// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/ratelimiter.h"

#include <algorithm>

namespace flowglass::contracts {

namespace {

using namespace std::chrono_literals;

// A second more than the provider's minute: it counts when a call arrives, we when it leaves.
constexpr std::chrono::nanoseconds kMinute = 61s;
constexpr std::size_t kCallsPerMinute = 5;
constexpr std::chrono::nanoseconds kSecond = 1s;
constexpr std::size_t kCallsPerSecond = 100;
// Kept free of calls that can wait: a click on a contract takes two.
constexpr std::size_t kReservedPerMinute = 2;
constexpr std::size_t kReservedPerSecond = 20;
constexpr int kMaxDoublings = 5;
// A provider that asks for more is not believed: the date may be wrong by years.
constexpr std::chrono::nanoseconds kLongestPause = 1h;

} // namespace

RateLimiter::RateLimiter(RatePlan plan, std::chrono::nanoseconds firstPause)
    : m_plan(plan), m_firstPause(firstPause)
{
}

RateLimiter::Steady RateLimiter::earliest(Steady now) const
{
    return earliest(now, 0);
}

RateLimiter::Steady RateLimiter::earliestSpare(Steady now) const
{
    return earliest(now, isFivePerMinute() ? kReservedPerMinute : kReservedPerSecond);
}

RateLimiter::Steady RateLimiter::earliest(Steady now, std::size_t reserve) const
{
    const std::size_t limit = (isFivePerMinute() ? kCallsPerMinute : kCallsPerSecond) - reserve;
    const Steady window = isFivePerMinute() ? kMinute : kSecond;
    Steady time = std::max(now, m_pausedUntil);
    if (m_calls.size() >= limit)
        time = std::max(time, m_calls[m_calls.size() - limit] + window);
    return time;
}

void RateLimiter::onCall(Steady now)
{
    m_calls.push_back(now);
    while (m_calls.front() + kMinute <= now)
        m_calls.pop_front();
}

void RateLimiter::onAccepted()
{
    m_rejections = 0;
}

void RateLimiter::onRejected(Steady now, std::optional<std::chrono::nanoseconds> retryAfter)
{
    if (m_plan == RatePlan::Learn)
        m_learntFive = true;
    if (retryAfter) {
        pauseUntil(now + std::clamp<std::chrono::nanoseconds>(*retryAfter, 0ns, kLongestPause));
        return;
    }
    if (now < m_pausedUntil)
        return; // another of the calls that went out together
    pauseUntil(now + m_firstPause * (1 << std::min(m_rejections, kMaxDoublings)));
    ++m_rejections;
}

void RateLimiter::pauseUntil(Steady until)
{
    m_pausedUntil = std::max(m_pausedUntil, until);
}

void RateLimiter::setPlan(RatePlan plan)
{
    m_plan = plan;
    m_learntFive = false;
}

int RateLimiter::callsLastMinute(Steady now) const
{
    const auto first = std::ranges::upper_bound(m_calls, now - std::chrono::nanoseconds(60s));
    return int(m_calls.end() - first);
}

} // namespace flowglass::contracts
