// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/draft.h"
#include "market/generator/pricer.h"
#include "market/generator/sizemodel.h"
#include "market/generator/wheel.h"

#include <cstdint>
#include <vector>

namespace flowglass::market {

// Turns orders into prints: class, side, size, venues, price, condition code, by the mix of the real
// tape. Prints go into the wheel at the millisecond they are due.
class OrderFlow
{
public:
    // Prints an order gives on average, so that a rate of prints can be turned into one of orders.
    static constexpr double kPrintsPerOrder = 1.205;

    OrderFlow(const Listing& listing, const Pricer& pricer, const SizeModel& sizes, Wheel<Draft>& prints,
              std::uint64_t seed);

    void place(const Order& order);
    // Planted ones: one large print, and one large order over that many venues within 150 ms.
    void placeBlock(std::uint32_t contract, std::uint32_t size, std::uint32_t planted);
    void placeSweep(std::uint32_t contract, std::uint32_t size, unsigned venues, std::uint32_t planted);
    // Dollars that a planted price move has added to the contract's fair price and that are left by now.
    double bump(std::uint32_t contract) const;

private:
    enum class Side { Bid, Middle, Ask };
    void placeSingle(std::uint32_t contract, std::uint8_t condition, double splitChance);
    void placeAuction(std::uint32_t contract);
    void placeLegs(std::uint32_t contract);
    void placeAside(std::uint32_t contract); // crosses and floor
    void placeProbe(const Order& order);
    void split(Draft draft, std::uint32_t size, unsigned venues, double gapMs);
    void add(std::int64_t ms, Draft draft);
    std::uint32_t otherLeg(std::uint32_t contract);
    std::int32_t priceOn(Side side, const Market& market) const;
    Side side();
    std::uint16_t venue(std::uint32_t contract);
    Market market(std::uint32_t contract) const;

    const Listing& m_listing;
    const Pricer& m_pricer;
    const SizeModel& m_sizes;
    Wheel<Draft>& m_prints;
    Random m_random;
    AliasTable m_venues;
    struct Bump
    {
        std::uint32_t contract;
        double dollars;
        std::int64_t since; // ms
    };
    std::vector<Bump> m_bumps; // a handful, newest last
};

} // namespace flowglass::market
