// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace flowglass::domain {

// Percentiles of many durations in fixed memory: log-spaced bins, 16 per octave from 1 us, so a quantile
// is right to 4.5 %; the maximum is exact. O(1) per value.
class DurationSummary
{
public:
    void add(std::chrono::nanoseconds value, std::uint64_t times = 1);
    void clear();
    std::uint64_t count() const { return m_count; }
    std::chrono::nanoseconds quantile(double q) const; // 0 when nothing was added
    std::chrono::nanoseconds max() const { return m_max; }

private:
    static constexpr std::size_t kBinsPerOctave = 16;
    static constexpr std::size_t kBins = kBinsPerOctave * 30; // 1 us to 18 minutes
    std::array<std::uint64_t, kBins> m_bins{};
    std::uint64_t m_count = 0;
    std::chrono::nanoseconds m_max{0};
};

} // namespace flowglass::domain
