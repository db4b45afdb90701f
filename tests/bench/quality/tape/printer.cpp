// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/printer.h"

#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace flowglass::quality {

namespace {

// Shares of orders, made so that the prints come out as 47 % automatic, 23.5 % auctions, 6 % intermarket
// sweeps, 23 % legs of packages and 0.25 % crosses and floor trades.
constexpr std::array<double, 5> kClassShares = {0.537, 0.269, 0.0475, 0.1435, 0.003};
constexpr std::uint32_t kSplitFrom = 4; // contracts
constexpr double kSplit = 0.1;
constexpr double kSplitIso = 0.7;
constexpr double kOffQuote = 0.01;
constexpr double kLate = 4e-4;
constexpr double kSlaiShare = 0.15;

constexpr std::array<std::uint16_t, Printer::kVenues> kVenueIds = {302, 304, 312, 313, 300, 301, 303, 307,
                                                                   308, 309, 315, 316, 318, 320, 323, 325};
constexpr std::array<int, Printer::kVenues> kVenueWeights = {16, 7, 8, 11, 9, 5, 4, 3,
                                                             7,  2, 6, 8,  2, 4, 8, 6};
constexpr int kVenueWeight = std::accumulate(kVenueWeights.begin(), kVenueWeights.end(), 0);

std::size_t drawVenue(Rng& rng)
{
    int at = rng.below(kVenueWeight);
    std::size_t venue = 0;
    while (at >= kVenueWeights[venue])
        at -= kVenueWeights[venue++];
    return venue;
}

OrderClass drawClass(Rng& rng, std::size_t classes)
{
    double sum = 0.0;
    for (std::size_t at = 0; at < classes; ++at)
        sum += kClassShares[at];
    double at = rng.unit() * sum;
    std::size_t drawn = 0;
    while (drawn + 1 < classes && at >= kClassShares[drawn])
        at -= kClassShares[drawn++];
    return OrderClass(drawn);
}

int drawSide(Rng& rng)
{
    const double at = rng.unit();
    return at < 0.46 ? -1 : at < 0.885 ? 1 : 0;
}

std::uint8_t singleCondition(Rng& rng, OrderClass orderClass)
{
    if (orderClass == OrderClass::Auction)
        return rng.chance(kSlaiShare) ? 228 : 227;
    return orderClass == OrderClass::Sweep ? 219 : 209;
}

std::uint8_t legCondition(Rng& rng)
{
    constexpr std::array<std::uint8_t, 8> kCodes = {232, 232, 232, 232, 233, 233, 236, 238};
    return kCodes[std::size_t(rng.below(int(kCodes.size())))];
}

int splitVenues(Rng& rng, std::uint32_t size)
{
    int venues = 2;
    while (venues < 9 && rng.chance(0.42))
        ++venues;
    return std::min(venues, int(std::min<std::uint32_t>(size, Printer::kVenues)));
}

} // namespace

void Printer::anyOrder(Rng& rng, std::uint32_t contract, std::int64_t ms)
{
    const OrderClass orderClass = drawClass(rng, kClassShares.size());
    if (orderClass == OrderClass::MultiLeg)
        return package(rng, contract, ms);
    if (orderClass == OrderClass::Cross)
        return cross(rng, contract, ms);
    single(rng, {contract, ms, m_universe.contracts[contract].sizes.draw(rng), orderClass, drawSide(rng)});
}

void Printer::singleLegOrder(Rng& rng, std::uint32_t contract, std::int64_t ms)
{
    const OrderClass orderClass = drawClass(rng, std::size_t(OrderClass::MultiLeg));
    single(rng, {contract, ms, m_universe.contracts[contract].sizes.draw(rng), orderClass, drawSide(rng)});
}

void Printer::block(Rng& rng, std::uint32_t contract, std::int64_t ms, std::uint32_t size, int side)
{
    const Single order{contract, ms, size, OrderClass::Auto, side};
    const double price = priceOf(rng, m_pricer.quote(contract, ms), order);
    emit(order, price, kVenueIds[drawVenue(rng)], 209);
}

void Printer::sweep(Rng& rng, std::uint32_t contract, std::int64_t ms, std::uint32_t size, int venues,
                    int side)
{
    split(rng, {contract, ms, size, rng.chance(0.5) ? OrderClass::Sweep : OrderClass::Auto, side}, venues);
}

void Printer::offPrice(Rng& rng, std::uint32_t contract, std::int64_t ms, double halfSpreads)
{
    const Quote quote = m_pricer.quote(contract, ms);
    const Single order{contract, ms, 1 + std::uint32_t(rng.below(10)), OrderClass::Auto, 0};
    double price = quote.fair + halfSpreads * quote.half;
    price = std::floor(price / quote.tick + 0.5) * quote.tick;
    emit(order, price, kVenueIds[drawVenue(rng)], 209);
}

void Printer::single(Rng& rng, const Single& order)
{
    const double chance = order.orderClass == OrderClass::Sweep ? kSplitIso : kSplit;
    if (order.size >= kSplitFrom && rng.chance(chance))
        return split(rng, order, splitVenues(rng, order.size));
    Single whole = order;
    double price = 0.0;
    std::uint8_t condition = singleCondition(rng, order.orderClass);
    if (rng.chance(kLate)) { // told now, traded minutes ago
        whole.ms -= std::int64_t(rng.between(60.0, 1'200.0) * 1000.0);
        price = priceOf(rng, m_pricer.quote(order.contract, whole.ms), whole);
        condition = rng.chance(0.5) ? 202 : 204;
        whole.ms = order.ms;
        whole.size *= rng.chance(0.1) ? 20U : 1U;
    } else {
        price = priceOf(rng, m_pricer.quote(order.contract, order.ms), order);
    }
    emit(whole, price, kVenueIds[drawVenue(rng)], condition);
}

// Each exchange at most once, parts of uneven size, most of them within a few milliseconds.
void Printer::split(Rng& rng, const Single& order, int venues)
{
    std::array<double, kVenues> shares{};
    double sum = 0.0;
    for (int at = 0; at < venues; ++at)
        sum += shares[std::size_t(at)] = 0.3 + rng.exponential(1.0);
    const Quote quote = m_pricer.quote(order.contract, order.ms);
    const std::uint8_t condition = singleCondition(rng, order.orderClass);
    std::uint32_t used = 0;
    std::uint32_t left = order.size;
    Single part = order;
    for (int at = 0; at < venues; ++at) {
        std::size_t venue = drawVenue(rng);
        while ((used >> venue & 1U) != 0)
            venue = (venue + 1) % kVenueIds.size();
        used |= 1U << venue;
        const auto later = std::uint32_t(venues - at - 1); // one contract each at least
        const auto wanted = std::uint32_t(double(order.size) * shares[std::size_t(at)] / sum + 0.5);
        part.size = later == 0 ? left : std::clamp<std::uint32_t>(wanted, 1, left - later);
        left -= part.size;
        emit(part, priceOf(rng, quote, part), kVenueIds[venue], condition);
        part.ms += std::int64_t(rng.chance(0.85) ? rng.exponential(5.0) : rng.between(10.0, 80.0));
    }
}

// Two legs of one package: same moment and exchange, sizes 1:1 or 1:2, prices a share of a net price.
void Printer::package(Rng& rng, std::uint32_t contract, std::int64_t ms)
{
    const double form = rng.unit();
    const int distance = 1 + rng.below(3);
    const int steps = rng.chance(0.5) ? distance : -distance;
    std::uint32_t other = form < 0.6   ? m_universe.neighbour(contract, steps, 0, false)
                          : form < 0.8 ? m_universe.neighbour(contract, 0, 1, false)
                                       : contract;
    if (other == contract)
        other = m_universe.neighbour(contract, 0, 0, true);
    const std::uint32_t size = multiLegLaw(m_universe.contracts[contract].sizes).draw(rng);
    const std::uint32_t ratio = rng.chance(0.15) ? 2 : 1;
    const std::uint16_t exchange = kVenueIds[drawVenue(rng)];
    const std::uint8_t condition = legCondition(rng);
    for (const auto& [leg, lots] : {std::pair{contract, size}, std::pair{other, size * ratio}}) {
        const Quote quote = m_pricer.quote(leg, ms);
        const double reach = rng.chance(0.3) ? 3.0 : 1.0;
        emit({leg, ms, lots, OrderClass::MultiLeg, 0}, quote.fair + rng.between(-reach, reach) * quote.half,
             exchange, condition);
    }
}

void Printer::cross(Rng& rng, std::uint32_t contract, std::int64_t ms)
{
    constexpr std::array<std::uint8_t, 3> kCodes = {229, 230, 231};
    const Quote quote = m_pricer.quote(contract, ms);
    const Single order{contract, ms, drawCrossSize(rng), OrderClass::Cross, 0};
    const double price = quote.fair + rng.between(-1.0, 1.0) * quote.half;
    const std::uint8_t condition = kCodes[std::size_t(rng.below(3))];
    emit(order, price, kVenueIds[drawVenue(rng)], condition);
}

double Printer::priceOf(Rng& rng, const Quote& quote, const Single& order) const
{
    if (order.orderClass == OrderClass::Auction)
        return quote.fair + rng.between(-0.9, 0.9) * quote.half;
    const double matched = order.side > 0   ? quote.ask
                           : order.side < 0 ? quote.bid
                                            : 0.5 * (quote.bid + quote.ask);
    if (!rng.chance(kOffQuote))
        return matched;
    const double off = rng.between(0.5, 2.0) * quote.half;
    return std::floor((matched + rng.sign() * off) / quote.tick + 0.5) * quote.tick;
}

void Printer::emit(const Single& order, double price, std::uint16_t exchange, std::uint8_t condition)
{
    const std::int32_t day = sessions::dayOf(order.ms);
    Print print;
    print.ms = std::clamp(order.ms, sessions::openMs(day), sessions::closeMs(day) - 1);
    print.contract = order.contract;
    print.size = order.size;
    print.cents = std::max(1, int(std::floor(price * 100.0 + 0.5)));
    print.event = m_event;
    print.exchange = exchange;
    print.condition = condition;
    m_out.push_back(print);
}

} // namespace flowglass::quality
