// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <type_traits>

namespace flowglass::recording::flat {

// One row of a flat file, packed for sorting and for the sorted runs on disk. Price and size are kept as the
// digits of their text and the number of them behind the point, so that nothing is rounded here.
struct Row
{
    std::int64_t time = 0; // sip_timestamp, ns
    std::int64_t price = 0;
    std::int64_t size = 0;
    std::uint32_t ticker = 0;     // of the table of tickers
    std::uint32_t order = 0;      // within the run it is sorted in: the order of the file
    std::uint16_t exchange = 0;   // 0: not given
    std::uint16_t conditions = 0; // of the table of condition lists
    std::uint8_t priceDecimals = 0;
    std::uint8_t sizeDecimals = 0;
};
static_assert(sizeof(Row) == 40 && std::is_trivially_copyable_v<Row>);

} // namespace flowglass::recording::flat
