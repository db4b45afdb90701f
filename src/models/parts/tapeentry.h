// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

namespace flowglass::models {

// One row of the tape in four bytes: a row of the trade store, or a marker of it by its number.
class TapeEntry
{
public:
    static TapeEntry print(std::uint64_t row) { return TapeEntry(std::uint32_t(row)); }
    static TapeEntry marker(std::size_t number) { return TapeEntry(std::uint32_t(number) | kMarkerBit); }
    bool isMarker() const { return (m_bits & kMarkerBit) != 0; }
    std::uint64_t row() const { return m_bits; } // of a print
    std::size_t markerNumber() const { return m_bits & ~kMarkerBit; }
    bool operator==(const TapeEntry&) const = default;

private:
    explicit TapeEntry(std::uint32_t bits) : m_bits(bits) {}
    static constexpr std::uint32_t kMarkerBit = 0x8000'0000; // leaves 2^31 prints a run: months of the market
    std::uint32_t m_bits;
};

// Oldest first; grows at both ends (live prints behind, older matches of a filter in front).
using TapeEntries = std::deque<TapeEntry>;

} // namespace flowglass::models
