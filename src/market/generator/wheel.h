// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace flowglass::market {

// What is due at which millisecond: a timing wheel of two rings. Adding and taking cost the same however
// much is pending. Items of one millisecond come out in the order they were added.
// The horizon is 70 minutes; what lies beyond is moved to it, what lies in the past to now.
template <class T>
class Wheel
{
public:
    void add(std::int64_t ms, const T& item)
    {
        ms = ms < m_now ? m_now : ms;
        if (ms >> kNearBits == m_now >> kNearBits) {
            m_near[std::size_t(ms & kNearMask)].push_back(item);
            return;
        }
        const std::int64_t last = ((m_now >> kNearBits) + std::int64_t(kFar) - 1) << kNearBits;
        ms = ms > last ? last : ms;
        m_far[std::size_t(ms >> kNearBits) % kFar].emplace_back(ms, item);
    }
    // Moves on to the next millisecond. Everything of the one before must have been taken.
    void advance()
    {
        m_near[std::size_t(m_now & kNearMask)].clear();
        ++m_now;
        if ((m_now & kNearMask) != 0)
            return;
        // Its memory is given back: each block comes round once in 70 minutes.
        const auto block = std::exchange(m_far[std::size_t(m_now >> kNearBits) % kFar], {});
        for (const auto& [ms, item] : block)
            m_near[std::size_t(ms & kNearMask)].push_back(item);
    }
    std::int64_t now() const { return m_now; }
    // Items due now; more may be added while they are read, so read by index.
    const std::vector<T>& due() const { return m_near[std::size_t(m_now & kNearMask)]; }

private:
    static constexpr int kNearBits = 10;
    static constexpr std::int64_t kNearMask = (1 << kNearBits) - 1;
    static constexpr std::size_t kFar = 4096;

    std::array<std::vector<T>, std::size_t(1) << kNearBits> m_near;
    std::vector<std::vector<std::pair<std::int64_t, T>>> m_far{kFar};
    std::int64_t m_now = 0;
};

} // namespace flowglass::market
