// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/random/rng.h"
#include "bench/quality/tape/pricer.h"
#include "bench/quality/tape/tape.h"

namespace flowglass::quality {

enum class OrderClass : std::uint8_t { Auto, Auction, Sweep, MultiLeg, Cross };

// Turns orders into prints: class, size, split over exchanges, price around the quote of the moment,
// conditions as the tape carries them. Appends to `out`, in no order. Borrows what it is given.
class Printer
{
public:
    Printer(const Universe& universe, const Pricer& pricer, std::vector<Print>& out)
        : m_universe(universe), m_pricer(pricer), m_out(out)
    {
    }

    void setEvent(std::int32_t event) { m_event = event; } // of the prints from now on; -1 none

    void anyOrder(Rng& rng, std::uint32_t contract, std::int64_t ms);
    void singleLegOrder(Rng& rng, std::uint32_t contract, std::int64_t ms);
    // One print.
    void block(Rng& rng, std::uint32_t contract, std::int64_t ms, std::uint32_t size, int side);
    // An order of one side over so many exchanges, within a moment.
    void sweep(Rng& rng, std::uint32_t contract, std::int64_t ms, std::uint32_t size, int venues, int side);
    // One small print so many half-spreads from the middle.
    void offPrice(Rng& rng, std::uint32_t contract, std::int64_t ms, double halfSpreads);

    static constexpr int kVenues = 16;

private:
    struct Single
    {
        std::uint32_t contract = 0;
        std::int64_t ms = 0;
        std::uint32_t size = 1;
        OrderClass orderClass = OrderClass::Auto;
        int side = 0; // 1 at the ask, -1 at the bid, 0 between
    };
    void single(Rng& rng, const Single& order);
    void split(Rng& rng, const Single& order, int venues);
    void package(Rng& rng, std::uint32_t contract, std::int64_t ms);
    void cross(Rng& rng, std::uint32_t contract, std::int64_t ms);
    double priceOf(Rng& rng, const Quote& quote, const Single& order) const;
    void emit(const Single& order, double price, std::uint16_t exchange, std::uint8_t condition);

    const Universe& m_universe;
    const Pricer& m_pricer;
    std::vector<Print>& m_out;
    std::int32_t m_event = -1;
};

} // namespace flowglass::quality
