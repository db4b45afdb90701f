// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace flowglass::detect {

// The four sizes that a contract traded last, each with a count that fades over five minutes. 48 bytes.
class RepeatedSizes
{
public:
    static constexpr double kFadeSeconds = 300.0;
    static constexpr std::uint32_t kMostTimes = 255;
    struct Entry
    {
        std::uint32_t sizeAndTimes = 0; // times in the low byte, up to kMostTimes, since the first of them
        std::uint32_t second = 0;       // of the last, baseline time
        std::uint16_t fading = 0;       // the fading count, in 1/256
        std::uint16_t span = 0;         // seconds from the first to the last
        std::uint32_t size() const { return sizeAndTimes >> 8; }
        std::uint32_t times() const { return sizeAndTimes & 0xFFU; }
        double count() const { return double(fading) / 256.0; }
    };
    static_assert(sizeof(Entry) == 12);

    // Another order of this size; the oldest entry makes room for a new size.
    const Entry& add(std::uint32_t size, std::uint32_t second);
    // The last one of this size was none, or another size. False when it is not remembered.
    bool takeBack(std::uint32_t size);

private:
    std::array<Entry, 4> m_entries{}; // times() 0: free
};

} // namespace flowglass::detect
