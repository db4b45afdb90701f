// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/pricer.h"

#include <algorithm>
#include <cmath>

namespace flowglass::market {

namespace {

constexpr double kMsPerYear = 365.0 * 86'400'000.0;
constexpr double kShortestMs = 60'000.0; // the last minute of a contract is priced as a minute
constexpr double kThreeDollars = 3.0;

} // namespace

std::int32_t tickAt(TickRule rule, double dollars)
{
    const bool cheap = dollars < kThreeDollars;
    switch (rule) {
    case TickRule::Penny: return Pricer::kPenny;
    case TickRule::PennyNickel: return cheap ? Pricer::kPenny : 5 * Pricer::kPenny;
    case TickRule::NickelDime: return cheap ? 5 * Pricer::kPenny : 10 * Pricer::kPenny;
    }
    return Pricer::kPenny;
}

Pricer::Pricer(const Listing& listing, const UnderlyingWalk& walk, domain::UnixMs start)
    : m_listing(listing), m_walk(walk), m_start(start)
{
}

bool Pricer::isExpired(std::uint32_t contract, std::int64_t offsetMs) const
{
    return m_start.value + offsetMs >= m_listing[contract].expiry.value;
}

OptionInputs Pricer::inputs(std::uint32_t contract, std::int64_t offsetMs) const
{
    const ListedContract& listed = m_listing[contract];
    OptionInputs in;
    in.right = listed.symbol.right;
    in.spot = m_walk.spot(listed.underlying);
    in.strike = listed.symbol.lossyStrike();
    const double left = double(listed.expiry.value - m_start.value - offsetMs);
    in.years = std::max(left, kShortestMs) / kMsPerYear;
    // Skew: puts below the spot cost more volatility, far strikes on both sides a little.
    const double level = m_walk.volatility(listed.underlying);
    const double m = std::clamp(std::log(in.strike / in.spot) / (level * std::sqrt(in.years)), -4.0, 4.0);
    in.volatility = level * (1.0 - 0.06 * m + 0.018 * m * m);
    return in;
}

Market Pricer::market(std::uint32_t contract, std::int64_t offsetMs, double bump) const
{
    const UnderlyingProfile& profile = m_listing.profile(contract);
    Market market;
    market.fair = std::max(optionPrice(inputs(contract, offsetMs)) + bump, 0.001);
    market.ticks = profile.ticks;
    const std::int32_t step = tickAt(profile.ticks, market.fair);
    const double tick = double(step) / double(domain::kUnitsPerDollar);
    market.halfSpread = 0.35 * tick + profile.spread * 0.012 * std::pow(market.fair, 0.75);
    market.bid = std::max(0, std::int32_t(std::floor((market.fair - market.halfSpread) / tick)) * step);
    market.ask = std::int32_t(std::ceil((market.fair + market.halfSpread) / tick)) * step;
    // Just below three dollars the ask may stand where the ticks are coarser already.
    const std::int32_t askTick = tickAt(profile.ticks, double(market.ask) / double(domain::kUnitsPerDollar));
    market.ask = (market.ask + askTick - 1) / askTick * askTick;
    return market;
}

Quote Pricer::quote(std::uint32_t contract, std::int64_t offsetMs, double bump) const
{
    const OptionInputs in = inputs(contract, offsetMs);
    const Market now = market(contract, offsetMs, bump);
    Quote quote;
    quote.bid = domain::Price::fromUnits(now.bid);
    quote.ask = domain::Price::fromUnits(now.ask);
    quote.greeks = optionGreeks(in);
    // With hardly any time value the price says nothing about the volatility.
    quote.solvable = std::abs(quote.greeks.delta) < 0.985 && !isExpired(contract, offsetMs);
    const double vega = quote.greeks.vega * 100.0;
    quote.impliedVolatility = in.volatility + (vega > 1e-6 ? std::clamp(bump / vega, -0.5, 1.0) : 0.0);
    return quote;
}

} // namespace flowglass::market
