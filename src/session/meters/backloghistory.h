// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

namespace flowglass::session {

// How many frames waited at most in each of the last seconds of the steady clock, in fixed memory.
class BacklogHistory
{
public:
    static constexpr std::size_t kSeconds = 300;

    void add(std::size_t frames, std::chrono::nanoseconds now);
    std::vector<std::uint32_t> peaks(std::chrono::nanoseconds now) const; // oldest first, kSeconds of them

private:
    struct Second
    {
        std::int64_t number = -1; // of the clock
        std::uint32_t peak = 0;
    };
    std::array<Second, kSeconds> m_seconds{};
};

} // namespace flowglass::session
