// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <limits>

namespace flowglass::detect {

// How many orders there really were lately, in slots of event time: for words, where scores come from fading
// counts. Two bytes a slot.
template <std::int64_t SlotMs, std::int64_t Slots>
class SlotCounts
{
public:
    void add(domain::UnixMs time)
    {
        const std::int64_t slot = time.value / SlotMs;
        for (std::int64_t next = std::max(m_newest + 1, slot - Slots + 1); next <= slot; ++next)
            m_counts[place(next)] = 0;
        m_newest = std::max(m_newest, slot);
        if (isKept(slot) && m_counts[place(slot)] < std::numeric_limits<std::uint16_t>::max())
            ++m_counts[place(slot)];
    }
    // One that was added.
    void remove(domain::UnixMs time)
    {
        const std::int64_t slot = time.value / SlotMs;
        if (isKept(slot) && m_counts[place(slot)] > 0)
            --m_counts[place(slot)];
    }

    // Of all slots up to the one with `end`: the window is up to a slot shorter than all of them.
    struct Count
    {
        std::uint64_t orders = 0;
        std::chrono::milliseconds window{0}; // that ends with `end`
    };
    Count upTo(domain::UnixMs end) const
    {
        const std::int64_t last = end.value / SlotMs;
        const std::int64_t first = last - Slots + 1;
        Count count;
        count.window = end - domain::UnixMs{first * SlotMs - 1};
        for (std::int64_t slot = first; slot <= last; ++slot)
            count.orders += isKept(slot) ? m_counts[place(slot)] : 0U;
        return count;
    }

private:
    static std::size_t place(std::int64_t slot) { return std::size_t(slot % Slots); }
    bool isKept(std::int64_t slot) const { return slot <= m_newest && slot > m_newest - Slots; }

    std::array<std::uint16_t, std::size_t(Slots)> m_counts{};
    std::int64_t m_newest = 0; // slots since the epoch
};

} // namespace flowglass::detect
