// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::market {

// A print that is due at some millisecond: everything but its sequence number.
struct Draft
{
    std::uint64_t cancels = 0; // sequence of the print it takes back; 0: a trade
    std::uint32_t contract = 0;
    std::int32_t price = 0; // 1/10,000 dollar
    std::uint32_t size = 0;
    std::uint32_t planted = 0; // index + 1 of the planted anomaly it belongs to
    std::uint16_t exchange = 0;
    std::uint8_t condition = 0;
    bool willBeCancelled = false;
};

// An order that is due: what is decided before it is priced.
struct Order
{
    enum class Make : std::uint8_t {
        Ordinary,   // of the usual mix
        BurstPart,  // one buyer's, part of a planted burst
        PriceProbe  // one print away from the market, part of a planted price move
    };
    Make make = Make::Ordinary;
    std::uint32_t contract = 0;
    std::uint32_t planted = 0;  // as in Draft
    double halfSpreads = 0.0;   // PriceProbe: distance from the fair price
    bool moves = false;         // PriceProbe: the market follows
};

} // namespace flowglass::market
