// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>

namespace flowglass::session {

// How high values were of late, whatever came since: the highest of the last 15 minutes, and 30 at most, that eight of
// 64 values in a row have reached, so that a few that were far too high are no part of it. After a longer silence, or
// when the clock was set on, it begins anew. Sorts a block in a while, else costs one store a value. A value.
class LastingPeak
{
public:
    static constexpr std::int64_t kSpan = 15 * 60'000; // ms

    void advance(std::int64_t now) // ms, never less than before
    {
        if (now - m_now > kSpan)
            *this = {};
        m_now = now;
        if (now - m_since < kSpan)
            return;
        m_since = now;
        m_before = m_current;
        m_current.reset();
    }
    void add(std::int64_t value)
    {
        m_block[m_count++] = value;
        if (m_count < m_block.size())
            return;
        m_count = 0;
        const auto reached = m_block.begin() + kReached - 1;
        std::nth_element(m_block.begin(), reached, m_block.end(), std::greater());
        m_current = std::max(m_current.value_or(*reached), *reached);
    }
    std::optional<std::int64_t> value() const { return std::max(m_current, m_before); } // nothing is less than anything

private:
    static constexpr int kReached = 8;

    std::array<std::int64_t, 64> m_block{};
    std::size_t m_count = 0; // of them
    std::int64_t m_now = 0;
    std::int64_t m_since = 0;               // of the highest now
    std::optional<std::int64_t> m_current; // since then
    std::optional<std::int64_t> m_before;  // in the quarter of an hour before
};

} // namespace flowglass::session
