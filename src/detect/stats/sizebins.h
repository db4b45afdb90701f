// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace flowglass::detect::sizebins {

// Order sizes in 64 bins: exact to 8, then four to an octave (9 % apart from their middle), the last one
// open at 110,000. Integer arithmetic, so a size is in the same bin on every machine.
inline constexpr std::size_t kBins = 64;

constexpr std::size_t binOf(std::uint32_t size)
{
    if (size <= 8)
        return size == 0 ? 0 : size - 1;
    // 2^(1/4), 2^(1/2), 2^(3/4) in 1/2^31.
    constexpr std::uint32_t kQuarter = 2'553'802'834U;
    constexpr std::uint32_t kHalf = 3'037'000'500U;
    constexpr std::uint32_t kThreeQuarters = 3'611'622'603U;
    const unsigned octave = unsigned(std::bit_width(size)) - 1;
    const std::uint32_t mantissa = size << (31 - octave);
    const std::size_t quarter = mantissa >= kThreeQuarters ? 3 : mantissa >= kHalf ? 2 : mantissa >= kQuarter;
    const std::size_t bin = 8 + 4 * (octave - 3) + quarter;
    return bin < kBins ? bin : kBins - 1;
}

// The smallest size of a bin, and the one that stands for its members.
double lowerEdge(std::size_t bin);
double middle(std::size_t bin);

} // namespace flowglass::detect::sizebins
