// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace flowglass::session {

// The highest of the last values: of the newest 64 at least, and 127 at most, so that one that was far too high is
// forgotten soon. Costs two comparisons a value. A value.
class RecentPeak
{
public:
    explicit RecentPeak(std::int64_t value = 0) : m_peak(value) {} // until one is higher, or a whole block is lower

    void add(std::int64_t value)
    {
        m_block = value > m_block ? value : m_block;
        m_peak = value > m_peak ? value : m_peak;
        if (++m_count < kBlock)
            return;
        m_peak = m_block;
        m_block = kNone;
        m_count = 0;
    }
    std::int64_t value() const { return m_peak; }

private:
    static constexpr int kBlock = 64;
    static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();

    std::int64_t m_peak;
    std::int64_t m_block = kNone; // highest of the block that is being filled
    int m_count = 0;
};

} // namespace flowglass::session
