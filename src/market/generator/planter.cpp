// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/planter.h"

#include <algorithm>
#include <cmath>

namespace flowglass::market {

namespace {

using Kind = PlantedAnomaly::Kind;
using Strength = PlantedAnomaly::Strength;

constexpr std::size_t kMost = 100'000;
constexpr std::uint32_t kNvda = 0;
constexpr int kTries = 200;          // to find a contract that suits
constexpr double kBurstSeconds = 90.0;
constexpr double kFewestBurst = 12.0; // orders of a burst
constexpr double kMostBurst = 150.0;

// Weak, medium, strong.
constexpr std::array kTail = {1e-5, 1e-7, 1e-10};       // of the contract's own sizes
constexpr std::array kSweepVenues = {4U, 6U, 9U};
constexpr std::array kBurstRatio = {5.0, 12.0, 40.0};   // times the contract's own rate
constexpr std::array kHalfSpreads = {3.0, 6.0, 12.0};   // from the fair price

} // namespace

Planter::Planter(const Listing& listing, const Pricer& pricer, const SizeModel& sizes, Arrivals& arrivals,
                 OrderFlow& flow, double ordersPerSecond, std::uint64_t seed)
    : m_listing(listing)
    , m_pricer(pricer)
    , m_sizes(sizes)
    , m_arrivals(arrivals)
    , m_flow(flow)
    , m_ordersPerSecond(ordersPerSecond)
    , m_random(seed, 0x66)
    , m_deck{Kind::Sweep, Kind::Block, Kind::Price, Kind::Burst}
{
    m_next = std::int64_t(m_random.between(5'500.0, 7'000.0));
    for (const UnderlyingProfile& profile : underlyings())
        m_shares.push_back(profile.bigName ? profile.share : 0.0);
}

void Planter::turn(std::int64_t ms)
{
    if (ms < m_next || m_planted.size() >= kMost)
        return;
    m_next = ms + std::int64_t(m_random.between(15'000.0, 35'000.0));
    plant(ms);
}

Kind Planter::nextKind()
{
    if (m_card == m_deck.size()) {
        m_card = 0;
        for (std::size_t i = m_deck.size(); i > 1; --i)
            std::swap(m_deck[i - 1], m_deck[m_random.below(std::uint32_t(i))]);
    }
    return m_deck[m_card++];
}

void Planter::plant(std::int64_t ms)
{
    const Kind kind = nextKind();
    const auto grade = m_planted.empty() ? 2U : m_random.below(3);
    const std::uint32_t contract = pickContract(kind, kBurstRatio[grade], ms);
    PlantedAnomaly label;
    label.kind = kind;
    label.strength = Strength(grade);
    label.ticker = m_listing[contract].ticker;
    m_planted.push_back(std::move(label));
    const auto planted = std::uint32_t(m_planted.size());
    switch (kind) {
    case Kind::Block:
        return m_flow.placeBlock(contract, m_sizes.atTail(contract, kTail[grade]), planted);
    case Kind::Sweep:
        return m_flow.placeSweep(contract, m_sizes.atTail(contract, kTail[grade]), kSweepVenues[grade], planted);
    case Kind::Burst:
        return plantBurst(contract, kBurstRatio[grade], planted, ms);
    case Kind::Price:
        return plantPrice(contract, kHalfSpreads[grade], planted, ms);
    }
}

std::uint32_t Planter::pickContract(Kind kind, double burstRatio, std::int64_t ms)
{
    std::uint32_t underlying = kNvda;
    if (m_planted.size() % 2 != 0)
        underlying = AliasTable(m_shares).pick(m_random);
    std::uint32_t contract = m_listing.pick(underlying, m_random);
    for (int i = 0; i < kTries && !suits(contract, kind, burstRatio, ms); ++i)
        contract = m_listing.pick(underlying, m_random);
    return contract;
}

bool Planter::suits(std::uint32_t contract, Kind kind, double burstRatio, std::int64_t ms) const
{
    constexpr std::int64_t kLastMinutes = 600'000;
    if (m_pricer.isExpired(contract, ms + kLastMinutes))
        return false;
    const Quote quote = m_pricer.quote(contract, ms);
    if (quote.bid.lossyDollars() < 0.3 || quote.ask.lossyDollars() > 80.0)
        return false;
    const double delta = std::abs(quote.greeks.delta);
    if (kind == Kind::Price)
        return delta > 0.15 && delta < 0.75 && quote.bid.lossyDollars() > 0.6;
    const double expected = m_listing[contract].activity * m_ordersPerSecond * burstRatio * kBurstSeconds;
    return kind != Kind::Burst || (expected >= kFewestBurst && expected <= kMostBurst);
}

void Planter::plantBurst(std::uint32_t contract, double ratio, std::uint32_t planted, std::int64_t ms)
{
    const double seconds = kBurstSeconds * m_random.between(0.67, 2.0);
    const double expected = m_listing[contract].activity * m_ordersPerSecond * ratio * seconds;
    const double orders = std::clamp(expected, kFewestBurst, kMostBurst);
    double at = double(ms);
    for (int i = 0; i < int(orders); ++i) {
        Order order;
        order.make = Order::Make::BurstPart;
        order.contract = contract;
        order.planted = planted;
        m_arrivals.add(std::int64_t(at), order);
        at += m_random.exponential(seconds * 1000.0 / orders);
    }
}

void Planter::plantPrice(std::uint32_t contract, double halfSpreads, std::uint32_t planted, std::int64_t ms)
{
    const Market now = m_pricer.market(contract, ms);
    const bool canFall = now.fair - halfSpreads * now.halfSpread > 0.3 * now.fair;
    const double sign = canFall && m_random.chance(0.5) ? -1.0 : 1.0;
    const bool moves = m_random.chance(0.5);
    const std::uint32_t prints = 2 + m_random.below(3);
    double at = double(ms);
    for (std::uint32_t i = 0; i < prints; ++i) {
        Order order;
        order.make = Order::Make::PriceProbe;
        order.contract = contract;
        order.planted = planted;
        order.moves = moves && i == 0;
        order.halfSpreads = moves && i > 0 ? 0.0 : sign * halfSpreads; // once it has moved, the market is there
        m_arrivals.add(std::int64_t(at), order);
        at += m_random.between(800.0, 8'000.0);
    }
}

void Planter::record(std::uint32_t planted, std::uint64_t sequence, domain::UnixMs time)
{
    PlantedAnomaly& label = m_planted[planted - 1];
    if (label.sequences.empty())
        label.from = time;
    label.to = time;
    label.sequences.push_back(sequence);
}

} // namespace flowglass::market
