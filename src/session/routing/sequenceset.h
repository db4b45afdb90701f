// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace flowglass::session {

// The sequence numbers seen of one contract: exact, 4 bytes each, appended in O(1) while they rise.
// Numbers more than 31 bits away from the first one are kept apart at full width. Numbers that come
// late go through a short sorted list first, so that even a falling series costs little per number.
class SequenceSet
{
public:
    bool insert(std::uint64_t sequence); // false: it was there
    std::size_t size() const;
    // Forgets the lower half of what it holds, and gives its memory back. Returns how many.
    std::size_t forgetLowerHalf();

private:
    struct Rare
    {
        std::vector<std::uint32_t> late; // sorted, at most kLate
        std::vector<std::uint64_t> wide; // sorted
    };
    static constexpr std::size_t kLate = 1024;

    bool insertLate(std::uint32_t offset);
    bool insertWide(std::uint64_t sequence);

    std::uint64_t m_base = 0; // sequence of offset 0; the first one seen lies in the middle of the range
    std::vector<std::uint32_t> m_offsets; // sorted
    std::unique_ptr<Rare> m_rare;         // most contracts have none
};

} // namespace flowglass::session
