// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/orderflow.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace flowglass::market {

namespace {

struct Venue
{
    std::uint16_t id;
    double share;
};
constexpr std::array kVenues = {
    Venue{300, .065}, Venue{301, .060}, Venue{302, .130}, Venue{303, .035}, Venue{304, .055}, Venue{307, .030},
    Venue{308, .075}, Venue{309, .030}, Venue{312, .065}, Venue{313, .120}, Venue{315, .055}, Venue{316, .075},
    Venue{318, .010}, Venue{319, .025}, Venue{320, .030}, Venue{322, .025}, Venue{323, .080}, Venue{325, .055},
};
constexpr std::uint16_t kCboe = 302; // the one venue of its index options
constexpr unsigned kMostVenues = 8;  // of an ordinary order

enum Code : std::uint8_t {
    kLate = 204, kOutOfSequence = 202, kAuto = 209, kSweepOrder = 219, kAuction = 227, kAuctionSweep = 228,
    kCross = 229, kFloor = 231, kLegs = 232, kLegsAuction = 233, kLegsCross = 234, kLegsFloor = 235,
    kLegsSingle = 236
};

// Of orders, such that prints come out at 47 % auto, 23.5 % auction, 6 % sweep orders, 23 % legs, the rest aside.
constexpr double kAutoOrders = 0.5325;
constexpr double kAuctionOrders = 0.283;
constexpr double kSweepOrders = 0.0425;
constexpr double kLegOrders = 0.139;

constexpr double kSplitAuto = 0.10;  // orders of four lots or more that are split over venues
constexpr double kSplitSweep = 0.70;
constexpr double kLateShare = 4e-4;  // of single prints
constexpr double kCancelShare = 1.5e-4;
constexpr double kBumpTime = 120'000.0; // ms, decay of a planted price move

constexpr double units(double dollars) { return dollars * double(domain::kUnitsPerDollar); }

std::int32_t onTick(double dollars, std::int32_t tick)
{
    return std::max(tick, std::int32_t(std::lround(units(dollars) / tick)) * tick);
}

std::vector<double> venueShares()
{
    std::vector<double> shares;
    for (const Venue& venue : kVenues)
        shares.push_back(venue.share);
    return shares;
}

} // namespace

OrderFlow::OrderFlow(const Listing& listing, const Pricer& pricer, const SizeModel& sizes, Wheel<Draft>& prints,
                     std::uint64_t seed)
    : m_listing(listing)
    , m_pricer(pricer)
    , m_sizes(sizes)
    , m_prints(prints)
    , m_random(seed, 0x55)
    , m_venues(venueShares())
{
}

void OrderFlow::place(const Order& order)
{
    if (m_pricer.isExpired(order.contract, m_prints.now()))
        return;
    if (order.make == Order::Make::PriceProbe)
        return placeProbe(order);
    if (order.make == Order::Make::BurstPart) {
        const Market now = market(order.contract);
        return add(0, {.contract = order.contract, .price = priceOn(Side::Ask, now),
                       .size = m_sizes.ordinary(order.contract, m_random), .planted = order.planted,
                       .exchange = venue(order.contract), .condition = kAuto});
    }
    double u = m_random.uniform();
    if (u < kAutoOrders)
        return placeSingle(order.contract, kAuto, kSplitAuto);
    if ((u -= kAutoOrders) < kAuctionOrders)
        return placeAuction(order.contract);
    if ((u -= kAuctionOrders) < kSweepOrders)
        return placeSingle(order.contract, kSweepOrder, kSplitSweep);
    if (u - kSweepOrders < kLegOrders)
        return placeLegs(order.contract);
    placeAside(order.contract);
}

void OrderFlow::placeSingle(std::uint32_t contract, std::uint8_t condition, double splitChance)
{
    const Market now = market(contract);
    std::uint32_t size = m_sizes.ordinary(contract, m_random);
    if (condition == kSweepOrder)
        size = std::max(size, m_sizes.ordinary(contract, m_random)); // only what one venue cannot fill is swept
    Draft draft{.contract = contract, .price = priceOn(side(), now), .size = size, .condition = condition};
    if (size >= 4 && !m_listing.profile(contract).index && m_random.chance(splitChance)) {
        unsigned venues = 2;
        while (venues < std::min<std::uint32_t>(size, kMostVenues) && m_random.chance(0.45))
            ++venues;
        return split(draft, size, venues, 18.0);
    }
    draft.exchange = venue(contract);
    const double u = m_random.uniform();
    if (u < kCancelShare) {
        draft.willBeCancelled = true;
        if (m_random.chance(0.5)) // a slip of the finger: far off the market
            draft.price = onTick(now.fair * m_random.between(1.5, 3.0) + 0.25, 10 * Pricer::kPenny);
    } else if (u < kCancelShare + kLateShare) {
        draft.condition = m_random.chance(0.3) ? kOutOfSequence : kLate;
    }
    add(0, draft);
}

// Price improvement: inside the market, in pennies whatever the class.
void OrderFlow::placeAuction(std::uint32_t contract)
{
    const Market now = market(contract);
    const double middle = 0.5 * double(now.bid + now.ask) / double(domain::kUnitsPerDollar);
    const double half = 0.5 * double(now.ask - now.bid) / double(domain::kUnitsPerDollar);
    const double price = middle + half * m_random.between(-1.0, 1.0);
    add(0, {.contract = contract, .price = onTick(price, Pricer::kPenny),
            .size = m_sizes.ordinary(contract, m_random), .exchange = venue(contract),
            .condition = m_random.chance(0.08) ? kAuctionSweep : kAuction});
}

void OrderFlow::placeLegs(std::uint32_t contract)
{
    const std::uint32_t second = otherLeg(contract);
    const double u = m_random.uniform();
    const std::uint8_t condition = u < .62    ? kLegs
                                   : u < .88  ? kLegsAuction
                                   : u < .985 ? kLegsSingle
                                   : u < .993 ? kLegsCross
                                              : kLegsFloor;
    std::uint32_t size = m_sizes.ordinary(contract, m_random);
    if (condition == kLegsCross || condition == kLegsFloor)
        size = std::max(size, m_sizes.large(m_random) / 2 + 1);
    const std::uint16_t exchange = venue(contract);
    const std::uint32_t ratio = m_random.chance(0.08) ? 2 : 1;
    for (const auto& [leg, lots] : {std::pair(contract, size), std::pair(second, size * ratio)}) {
        if (m_pricer.isExpired(leg, m_prints.now()))
            continue;
        // A leg's price is its part of a net price and may lie outside the market.
        const Market now = market(leg);
        const double off = std::pow(m_random.between(-1.0, 1.0), 3.0) * 3.0 * now.halfSpread;
        add(0, {.contract = leg, .price = onTick(now.fair + off, Pricer::kPenny), .size = lots,
                .exchange = exchange, .condition = condition});
    }
}

void OrderFlow::placeAside(std::uint32_t contract)
{
    const Market now = market(contract);
    add(0, {.contract = contract, .price = onTick(now.fair, Pricer::kPenny), .size = m_sizes.large(m_random),
            .exchange = venue(contract), .condition = m_random.chance(0.5) ? kCross : kFloor});
}

void OrderFlow::placeProbe(const Order& order)
{
    const Market now = market(order.contract);
    const double away = order.halfSpreads * now.halfSpread;
    if (order.moves)
        m_bumps.push_back({order.contract, away, m_prints.now()});
    if (m_bumps.size() > 16)
        m_bumps.erase(m_bumps.begin());
    const std::int32_t tick = tickAt(now.ticks, now.fair + away);
    add(0, {.contract = order.contract, .price = onTick(now.fair + away, tick),
            .size = m_sizes.ordinary(order.contract, m_random), .planted = order.planted,
            .exchange = venue(order.contract), .condition = kAuto});
}

void OrderFlow::placeBlock(std::uint32_t contract, std::uint32_t size, std::uint32_t planted)
{
    add(0, {.contract = contract, .price = priceOn(Side::Ask, market(contract)), .size = size, .planted = planted,
            .exchange = venue(contract), .condition = kAuto});
}

void OrderFlow::placeSweep(std::uint32_t contract, std::uint32_t size, unsigned venues, std::uint32_t planted)
{
    split({.contract = contract, .price = priceOn(Side::Ask, market(contract)), .planted = planted,
           .condition = kSweepOrder}, size, venues, 150.0 / venues / 2.0);
}

void OrderFlow::split(Draft draft, std::uint32_t size, unsigned venues, double gapMs)
{
    std::uint32_t used = 0;
    std::uint32_t left = size;
    double ms = 0.0;
    for (unsigned part = 0; part < venues; ++part) {
        std::uint32_t column = m_venues.pick(m_random);
        while ((used & (1U << column)) != 0)
            column = m_venues.pick(m_random);
        used |= 1U << column;
        const std::uint32_t others = venues - part - 1; // one contract stays for each of them
        const double fair = double(left - others) / double(others + 1);
        draft.size = others == 0 ? left
                                 : std::clamp(std::uint32_t(fair * m_random.between(0.4, 1.6)), 1U, left - others);
        left -= draft.size;
        draft.exchange = kVenues[column].id;
        add(std::int64_t(ms), draft);
        ms += std::min(m_random.exponential(gapMs), 60.0);
    }
}

void OrderFlow::add(std::int64_t ms, Draft draft)
{
    m_prints.add(m_prints.now() + ms, draft);
}

std::uint32_t OrderFlow::otherLeg(std::uint32_t contract)
{
    const ListedContract& first = m_listing[contract];
    const ExpiryBlock& block = m_listing.blocks()[first.block];
    const double u = m_random.uniform();
    if (u < 0.2)
        return contract ^ 1U; // the other right at the same strike: calls and puts alternate
    if (u < 0.4) {
        const std::uint32_t later = m_listing.inNextExpiry(contract);
        if (later != contract)
            return later;
    }
    const std::uint32_t strikes = block.count / 2;
    const std::uint32_t row = (contract - block.first) / 2;
    const std::uint32_t step = 1 + m_random.below(3);
    const std::uint32_t target = row + step < strikes ? row + step : row - step;
    return contract + 2 * target - 2 * row;
}

OrderFlow::Side OrderFlow::side()
{
    const double u = m_random.uniform();
    return u < 0.46 ? Side::Bid : u < 0.885 ? Side::Ask : Side::Middle;
}

std::int32_t OrderFlow::priceOn(Side side, const Market& market) const
{
    if (side == Side::Ask || market.bid == 0)
        return market.ask;
    if (side == Side::Bid)
        return market.bid;
    const std::int32_t middle = market.bid + (market.ask - market.bid) / 2;
    const std::int32_t tick = tickAt(market.ticks, double(middle) / double(domain::kUnitsPerDollar));
    return std::max(middle / tick * tick, market.bid);
}

std::uint16_t OrderFlow::venue(std::uint32_t contract)
{
    return m_listing.profile(contract).index ? kCboe : kVenues[m_venues.pick(m_random)].id;
}

double OrderFlow::bump(std::uint32_t contract) const
{
    double sum = 0.0;
    for (const Bump& bump : m_bumps) {
        if (bump.contract == contract)
            sum += bump.dollars * std::exp(-double(m_prints.now() - bump.since) / kBumpTime);
    }
    return sum;
}

Market OrderFlow::market(std::uint32_t contract) const
{
    return m_pricer.market(contract, m_prints.now(), bump(contract));
}

} // namespace flowglass::market
