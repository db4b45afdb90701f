// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

namespace flowglass::models {

// One row of the tape in four bytes: a row of the trade store, or a gap of the feed by its number.
class TapeEntry
{
public:
    static TapeEntry print(std::uint64_t row) { return TapeEntry(std::uint32_t(row)); }
    static TapeEntry gap(std::size_t number) { return TapeEntry(std::uint32_t(number) | kGapBit); }
    bool isGap() const { return (m_bits & kGapBit) != 0; }
    std::uint64_t row() const { return m_bits; } // of a print
    std::size_t gapNumber() const { return m_bits & ~kGapBit; }
    bool operator==(const TapeEntry&) const = default;

private:
    explicit TapeEntry(std::uint32_t bits) : m_bits(bits) {}
    static constexpr std::uint32_t kGapBit = 0x8000'0000; // leaves 2^31 prints a run: months of the market
    std::uint32_t m_bits;
};

// Oldest first; grows at both ends (live prints behind, older matches of a filter in front).
using TapeEntries = std::deque<TapeEntry>;

} // namespace flowglass::models
