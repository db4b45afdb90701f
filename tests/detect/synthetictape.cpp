// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/synthetictape.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace flowglass::tests {

namespace {

constexpr double kSession = 23'400.0;
constexpr std::array<int, 4> kDays = {1, 8, 29, 85};
constexpr std::array<const char*, 4> kExpiries = {"261121", "261128", "261219", "270213"};

double normalCdf(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double tickOf(double price)
{
    return price < 3.0 ? 0.01 : 0.05;
}

} // namespace

std::uint64_t Dice::bits()
{
    std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}
double Dice::unit()
{
    return (double(bits() >> 11) + 0.5) * 0x1p-53;
}
double Dice::normal()
{
    return std::sqrt(-2.0 * std::log(unit())) * std::cos(2.0 * std::numbers::pi * unit());
}
double Dice::exponential(double mean)
{
    return -mean * std::log(unit());
}

double blackScholes(double spot, double strike, double years, double vol, bool call)
{
    const double spread = vol * std::sqrt(years);
    const double d1 = std::log(spot / strike) / spread + 0.5 * spread;
    const double value = spot * normalCdf(d1) - strike * normalCdf(d1 - spread);
    return call ? value : value - spot + strike;
}

SyntheticTape::SyntheticTape(Config config, domain::ContractTable& table)
    : m_config(config), m_dice(config.seed), m_nowMs(config.startMs)
{
    for (int u = 0; u < config.underlyings; ++u) {
        Underlying made;
        made.spot = std::exp(m_dice.between(std::log(20.0), std::log(400.0)));
        made.vol = m_dice.between(0.2, 0.6);
        made.institutional = 0.08 * std::exp(0.6 * m_dice.normal());
        made.tilt = std::exp(0.5 * m_dice.normal());
        m_underlyings.push_back(made);
        char root[8];
        std::snprintf(root, sizeof root, "S%c%c", char('A' + u / 26), char('A' + u % 26));
        makeChain(u, table, root);
    }
    for (int jump = 0; jump < config.newsJumps; ++jump) {
        Underlying& hit = m_underlyings[m_dice.bits() % m_underlyings.size()];
        hit.jumpAt = m_dice.between(1'000.0, kSession);
        hit.jump = 0.02 * m_dice.normal();
    }
    double sum = 0.0;
    for (const Contract& contract : m_contracts)
        m_cumulated.push_back(sum += contract.weight);
}

void SyntheticTape::makeChain(int underlying, domain::ContractTable& table, const char* root)
{
    const double spot = m_underlyings[std::size_t(underlying)].spot;
    const double step = std::max(0.5, std::round(spot * 0.02 * 2.0) / 2.0);
    const double popularity = 1.0 / std::pow(underlying + 1.0, 1.1);
    for (std::size_t expiry = 0; expiry < kDays.size(); ++expiry) {
        for (int k = 0; k < m_config.strikes; ++k) {
            const double strike = std::max(step, (std::round(spot / step) + k - m_config.strikes / 2) * step);
            const double years = kDays[expiry] / 365.0;
            const double m = std::fabs(std::log(strike / spot)) / (0.3 * std::sqrt(years + 0.02));
            for (const bool call : {true, false}) {
                char ticker[32];
                std::snprintf(ticker, sizeof ticker, "O:%s%s%c%08d", root, kExpiries[expiry],
                              call ? 'C' : 'P', int(std::lround(strike * 1000.0)));
                Contract made{*table.intern(ticker), underlying, strike, years, 0.0, 1.0, call};
                made.weight =
                    popularity * std::exp(-0.9 * m + 0.9 * m_dice.normal()) / (1.0 + double(expiry));
                made.sizeTilt = std::exp(0.4 * m_dice.normal());
                m_contracts.push_back(made);
            }
        }
    }
}

double SyntheticTape::fairPrice(const Contract& contract) const
{
    const Underlying& u = m_underlyings[std::size_t(contract.underlying)];
    const double skew = 0.1 * std::log(u.spot / contract.strike);
    return std::max(0.005,
                    blackScholes(u.spot, contract.strike, contract.years, u.vol + skew, contract.call));
}

double SyntheticTape::pace(std::int64_t timeMs) const
{
    const double t = double(timeMs - m_config.startMs) / 1000.0;
    return (1.0 + 2.0 * std::exp(-t / 1800.0) + std::exp(std::min(0.0, t - kSession) / 1800.0)) / 1.23;
}

int SyntheticTape::pick()
{
    const double at = m_dice.unit() * m_cumulated.back();
    return int(std::ranges::upper_bound(m_cumulated, at) - m_cumulated.begin());
}

void SyntheticTape::move(double seconds)
{
    const double now = double(m_nowMs - m_config.startMs) / 1000.0;
    for (Underlying& u : m_underlyings) {
        u.spot *= std::exp(u.vol * std::sqrt(seconds / (252.0 * kSession)) * m_dice.normal());
        u.vol = std::clamp(u.vol * std::exp(0.02 * std::sqrt(seconds / 3600.0) * m_dice.normal()), 0.1, 1.5);
        if (u.jumpAt >= 0.0 && now >= u.jumpAt) {
            u.spot *= std::exp(u.jump);
            u.jumpAt = -1.0;
            u.busyUntil = now + 300.0;
        }
    }
}

domain::Trade SyntheticTape::next()
{
    for (;;) {
        const double rate =
            m_config.tradesPerSecond / 2.2 * pace(m_nowMs); // followers and splits add the rest
        if (m_events.empty() || m_events.top().contract != -1) {
            const std::int64_t at = m_nowMs + std::int64_t(m_dice.exponential(1000.0 / rate));
            if (m_events.empty() || at <= m_events.top().timeMs) {
                const double seconds = double(at - m_nowMs) / 1000.0;
                m_nowMs = at;
                move(seconds);
                placeOrder(pick(), at);
                continue;
            }
        }
        const Event event = m_events.top();
        m_events.pop();
        if (event.timeMs > m_nowMs) {
            const double seconds = double(event.timeMs - m_nowMs) / 1000.0;
            m_nowMs = event.timeMs;
            move(seconds);
        }
        if (event.isReady)
            return event.ready;
        placeOrder(event.contract, event.timeMs);
    }
}

std::uint32_t SyntheticTape::size(const Contract& contract)
{
    static constexpr std::array<std::uint32_t, 9> kClumps = {1, 2, 3, 5, 10, 20, 25, 50, 100};
    static constexpr std::array<double, 9> kShares = {0.45, 0.62, 0.70, 0.80, 0.91, 0.95, 0.97, 0.99, 1.0};
    const Underlying& u = m_underlyings[std::size_t(contract.underlying)];
    if (m_dice.chance(u.institutional)) {
        const double lots =
            50.0 * u.tilt * contract.sizeTilt * m_config.sizeScale * std::exp(0.9 * m_dice.normal());
        return std::uint32_t(std::clamp(lots, 1.0, 1e6));
    }
    const double at = m_dice.unit();
    const auto clump = std::size_t(std::ranges::lower_bound(kShares, at) - kShares.begin());
    return m_dice.chance(0.8) ? kClumps[clump] : 1 + std::uint32_t(m_dice.bits() % kClumps[clump]);
}

double SyntheticTape::printPrice(const Contract& contract, bool auction)
{
    const double fair = fairPrice(contract);
    const double tick = tickOf(fair);
    const double half =
        std::max(0.5 * tick, 0.008 * std::pow(fair, 0.75)) * (m_dice.chance(0.01) ? 2.0 : 1.0);
    const double place = auction ? m_dice.between(-0.8, 0.8) : m_dice.chance(0.5) ? 1.0 : -1.0;
    return std::max(tick, std::round((fair + place * half) / tick) * tick);
}

void SyntheticTape::emitPrint(const Contract& contract, std::int64_t timeMs, std::uint32_t size,
                              std::uint16_t exchange, std::uint8_t condition, double price)
{
    domain::Trade trade;
    trade.setTime({timeMs});
    trade.setExchange({exchange});
    trade.contract = contract.id;
    trade.size = std::max<std::uint32_t>(1, size);
    trade.price = domain::Price::fromDollars(price).value_or(domain::Price::fromUnits(100));
    trade.sequence = ++m_sequence;
    trade.conditions.add(condition);
    m_events.push({timeMs, ++m_orders, int(contract.id.value), trade, true});
    maybeSpoil(trade, timeMs);
}

void SyntheticTape::maybeSpoil(domain::Trade trade, std::int64_t timeMs)
{
    if (m_dice.chance(4e-4)) { // a late report of something else
        trade.conditions = {};
        trade.conditions.add(204);
        trade.size *= 50;
        trade.sequence = ++m_sequence;
        m_events.push({timeMs + 5, ++m_orders, 0, trade, true});
    } else if (m_dice.chance(1.5e-4)) {
        const bool fat = m_dice.chance(0.5);
        if (fat) {
            ++m_fatFingers;
            trade.price = domain::Price::fromUnits(std::max(100, trade.price.units() * 3));
            trade.sequence = ++m_sequence;
            m_events.push({timeMs + 20, ++m_orders, 0, trade, true});
        }
        trade.conditions = {};
        trade.conditions.add(201);
        trade.sequence = ++m_sequence;
        m_events.push({timeMs + 3'000, ++m_orders, 0, trade, true});
    }
}

void SyntheticTape::placeLegs(int contract, std::int64_t timeMs)
{
    const Contract& first = m_contracts[std::size_t(contract)];
    const Contract& second = m_contracts[std::size_t((contract + 2) % int(m_contracts.size()))];
    const std::uint32_t lots = size(first) * (m_dice.chance(0.2) ? 4 : 1);
    const auto exchange = std::uint16_t(300 + m_dice.bits() % 18);
    for (const Contract* leg : {&first, &second}) {
        const double price = std::max(0.01, printPrice(*leg, true) * m_dice.between(0.95, 1.05));
        emitPrint(*leg, timeMs, lots, exchange, 232, std::round(price * 100.0) / 100.0);
    }
}

void SyntheticTape::placeOrder(int contract, std::int64_t timeMs)
{
    const Contract& of = m_contracts[std::size_t(contract)];
    const double kind = m_dice.unit();
    if (kind < 0.13) {
        placeLegs(contract, timeMs);
    } else if (kind < 0.1325) {
        emitPrint(of, timeMs, std::uint32_t(400.0 * std::exp(m_dice.normal())), 303, 229,
                  printPrice(of, true));
    } else {
        const bool auction = kind < 0.36;
        const bool iso = !auction && kind < 0.44;
        const std::uint32_t lots = size(of);
        const bool split = lots >= 4 && !auction && m_dice.chance(iso ? 0.7 : 0.1);
        const auto parts = split ? std::min<std::uint32_t>(2 + std::uint32_t(m_dice.exponential(1.2)), 8) : 1;
        const double price = printPrice(of, auction);
        const auto venue = std::uint16_t(m_dice.bits() % 16);
        for (std::uint32_t part = 0; part < parts; ++part) {
            const std::uint32_t share = lots / parts + (part == 0 ? lots % parts : 0);
            emitPrint(of, timeMs + std::int64_t(part) * 9, share,
                      std::uint16_t(300 + (venue + part * 5) % 16),
                      auction ? 227
                      : iso   ? 219
                              : 209,
                      price);
        }
    }
    if (!m_dice.chance(0.42))
        return;
    const double how = m_dice.unit();
    const double delay =
        how < 0.2 ? m_dice.between(2.0, 400.0) : m_dice.exponential(how < 0.65 ? 25e3 : 300e3);
    const int other = (contract + 2 * int(m_dice.bits() % 3)) % int(m_contracts.size());
    m_events.push(
        {timeMs + 1 + std::int64_t(delay), ++m_orders, m_dice.chance(0.3) ? other : contract, {}, false});
}

} // namespace flowglass::tests
