// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/arrivals.h"

#include <algorithm>

namespace flowglass::market {

namespace {

constexpr double kFollowers = 0.42; // mean, per order
constexpr double kElsewhere = 0.30; // of the followers: another contract of the same underlying
constexpr double kAtOnce = 0.20;    // of the followers: within 2 to 400 ms
constexpr double kSoon = 0.45;      // of the followers: exponential, mean kSoonMs; the rest: kLaterMs
constexpr double kSoonMs = 25'000.0;
constexpr double kLaterMs = 300'000.0;
// Above this many orders a second slow followers come sooner, so that no more than this times two
// minutes is ever pending.
constexpr double kFullMemoryRate = 2'000.0;

} // namespace

Arrivals::Arrivals(const Listing& listing, const UnderlyingWalk& walk, double ordersPerSecond, std::uint64_t seed)
    : m_listing(listing)
    , m_walk(walk)
    , m_random(seed, 0x44)
    , m_perMs(ordersPerSecond * (1.0 - kFollowers) / 1000.0)
    , m_followerTime(std::min(1.0, kFullMemoryRate / ordersPerSecond))
    , m_cumulated(underlyings().size())
{
    followActivity();
    startInLongRun();
    m_next = m_random.exponential(1.0 / m_perMs);
}

void Arrivals::followActivity()
{
    double sum = 0.0;
    for (std::uint32_t u = 0; u < m_cumulated.size(); ++u) {
        sum += underlyings()[u].share * m_walk.activity(u);
        m_cumulated[u] = sum;
    }
    m_activity = sum;
}

// What earlier orders would still have pending: exponential delays have no memory.
void Arrivals::startInLongRun()
{
    const double orders = m_perMs * kFollowers / (1.0 - kFollowers); // followers scheduled per ms
    const auto pending = [&](double share, double mean) {
        const double scaled = mean * m_followerTime;
        for (std::uint32_t n = m_random.poisson(orders * share * scaled); n > 0; --n) {
            Order order;
            order.contract = pickContract();
            m_wheel.add(std::int64_t(m_random.exponential(scaled)), order);
        }
    };
    pending(kSoon, kSoonMs);
    pending(1.0 - kAtOnce - kSoon, kLaterMs);
}

std::uint32_t Arrivals::pickContract()
{
    const double at = m_random.uniform() * m_activity;
    const auto found = std::ranges::upper_bound(m_cumulated, at);
    const auto underlying = std::min(std::size_t(found - m_cumulated.begin()), m_cumulated.size() - 1);
    return m_listing.pick(std::uint32_t(underlying), m_random);
}

double Arrivals::delay()
{
    const double u = m_random.uniform();
    if (u < kAtOnce)
        return m_random.between(2.0, 400.0);
    return m_random.exponential(u < kAtOnce + kSoon ? kSoonMs : kLaterMs) * m_followerTime;
}

void Arrivals::follow(std::uint32_t contract)
{
    for (std::uint32_t n = m_random.poisson(kFollowers); n > 0; --n) {
        Order order;
        order.contract = contract;
        if (m_random.chance(kElsewhere))
            order.contract = m_listing.pick(m_listing[contract].underlying, m_random);
        m_wheel.add(m_wheel.now() + std::int64_t(delay()), order);
    }
}

void Arrivals::take(std::vector<Order>& due)
{
    due.clear();
    const std::int64_t now = m_wheel.now();
    while (m_next < double(now + 1)) {
        Order order;
        order.contract = pickContract();
        m_wheel.add(now, order);
        m_next += m_random.exponential(1.0 / (m_perMs * m_activity));
    }
    due = m_wheel.due();
    for (const Order& order : due) {
        if (order.make == Order::Make::Ordinary)
            follow(order.contract);
    }
    m_wheel.advance();
}

} // namespace flowglass::market
