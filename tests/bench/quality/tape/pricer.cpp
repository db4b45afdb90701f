// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/pricer.h"

#include "bench/quality/random/portablemath.h"
#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <cmath>

namespace flowglass::quality {

namespace {

constexpr double kYearMs = 365.0 * 86'400'000.0;
constexpr std::int64_t kLeastLifeMs = 120'000;
constexpr double kLeastFair = 0.005;
constexpr double kSpreadShare = 0.012;
constexpr double kShiftHalfLifeMs = 600'000.0;

double tickOf(TickRule rule, double price)
{
    const bool low = price < 3.0;
    switch (rule) {
    case TickRule::Pennies:
        return 0.01;
    case TickRule::PenniesBelow3:
        return low ? 0.01 : 0.05;
    case TickRule::NickelsBelow3:
        break;
    }
    return low ? 0.05 : 0.10;
}

double callValue(double logMoneyness, double spot, double strike, double deviation)
{
    const double d1 = logMoneyness / deviation + 0.5 * deviation;
    return spot * portable::normalCdf(d1) - strike * portable::normalCdf(d1 - deviation);
}

} // namespace

double Pricer::fair(std::uint32_t index, std::int64_t ms) const
{
    const ListedContract& contract = m_universe.contracts[index];
    const double logSpot = m_path.logSpot(contract.root, ms);
    const double spot = portable::exp(logSpot);
    const std::int64_t life = std::max(kLeastLifeMs, sessions::closeMs(contract.expiryDay) - ms);
    const double deviation =
        contract.vol * m_path.volFactor(contract.root, ms) * std::sqrt(double(life) / kYearMs);
    double value = callValue(logSpot - contract.logStrike, spot, contract.strike, deviation);
    if (!contract.call)
        value += contract.strike - spot;
    for (const PriceShift& shift : m_shifts) {
        if (shift.contract == index && ms >= shift.fromMs)
            value += shift.dollars * portable::exp(-0.6931 * double(ms - shift.fromMs) / kShiftHalfLifeMs);
    }
    return std::max(kLeastFair, value);
}

Quote Pricer::quote(std::uint32_t index, std::int64_t ms) const
{
    const Root& root = m_universe.roots[m_universe.contracts[index].root];
    Quote quote;
    quote.fair = fair(index, ms);
    quote.tick = tickOf(root.ticks, quote.fair);
    const double rootOfFair = std::sqrt(quote.fair);
    quote.half = 0.5 * quote.tick + kSpreadShare * root.spread * rootOfFair * std::sqrt(rootOfFair);
    quote.bid = std::max(0.0, std::floor((quote.fair - quote.half) / quote.tick + 0.5) * quote.tick);
    quote.ask = std::max(quote.bid + quote.tick,
                         std::floor((quote.fair + quote.half) / quote.tick + 0.5) * quote.tick);
    return quote;
}

} // namespace flowglass::quality
