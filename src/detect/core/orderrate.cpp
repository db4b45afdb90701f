// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/orderrate.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

namespace {

constexpr double kPriorOrders = 0.3;         // of a contract nothing is known of ...
constexpr double kPriorElapsed = 0.15;       // ... in this much market time
constexpr double kUnderlyingElapsed = 0.005; // the same for an underlying, which is soon known
constexpr double kContractShrink = 2.0;      // orders that pull a contract's trend to its underlying's
constexpr double kUnderlyingShrink = 15.0;
constexpr double kModelError = 0.2;           // relative, of a contract's expected pace ...
constexpr double kUnderlyingModelError = 0.3; // ... and of an underlying's
constexpr double kYoungUntil = 900.0;  // s of a first day in which the lagged baseline knows too little ...
constexpr double kGrownAfter = 1800.0; // ... and from which it stands alone

// Fading counts are exact powers of the slowest: e^(-d/1800) is asked for once.
struct Fade
{
    explicit Fade(double seconds)
        : by1800(std::exp(-seconds / 1800.0)), by300(sixth(by1800)), by60(fifth(by300)), by30(by60 * by60)
    {
    }
    double by120() const { return std::sqrt(by60); }
    static double fifth(double x) { return x * x * x * x * x; }
    static double sixth(double x) { return x * fifth(x); }
    double by1800, by300, by60, by30;
};

double secondsSince(std::int64_t then, std::int64_t now)
{
    return std::max(0.0, double(now - then) / 1000.0);
}

template <class Count>
void reduce(Count& count, double by)
{
    count = Count(std::max(0.0, double(count) - by));
}

} // namespace

void orderrate::see(const MarketClock::Moment& now, UnderlyingRate& underlying)
{
    if (underlying.firstMs == 0) {
        underlying.firstMs = now.baselineMs;
        underlying.startedAt = now.elapsed;
    }
    underlying.seenAt = now.elapsed;
}

bool orderrate::count(const MarketClock::Moment& now, bool reopens, ContractRate& contract,
                      UnderlyingRate& underlying)
{
    const Fade fade(secondsSince(underlying.lastMs, now.baselineMs));
    underlying.in30 = underlying.in30 * fade.by30 + 1.0;
    underlying.in120 = underlying.in120 * fade.by120() + 1.0;
    underlying.in300 = underlying.in300 * fade.by300 + 1.0;
    underlying.in1800 = underlying.in1800 * fade.by1800 + 1.0;
    underlying.orders += 1.0;
    underlying.lastMs = std::max(underlying.lastMs, now.baselineMs);
    if (contract.lastMs != 0 && now.baselineMs - contract.lastMs < kRefractoryMs)
        return false;
    const Fade own(secondsSince(contract.lastMs, now.baselineMs));
    if (reopens)
        contract.in30 = contract.in60 = contract.in120 = contract.in300 = 0.0F;
    contract.in30 = float(contract.in30 * own.by30 + 1.0);
    contract.in60 = float(contract.in60 * own.by60 + 1.0);
    contract.in120 = float(contract.in120 * own.by120() + 1.0);
    contract.in300 = float(contract.in300 * own.by300 + 1.0);
    contract.in1800 = float(contract.in1800 * own.by1800 + 1.0);
    contract.orders += 1.0F;
    contract.lastMs = now.baselineMs;
    return true;
}

void orderrate::forget(std::int64_t baselineMs, ContractRate& contract, UnderlyingRate& underlying)
{
    const Fade fade(secondsSince(baselineMs, underlying.lastMs));
    reduce(underlying.orders, 1.0);
    reduce(underlying.in30, fade.by30);
    reduce(underlying.in120, fade.by120());
    reduce(underlying.in300, fade.by300);
    reduce(underlying.in1800, fade.by1800);
    const Fade own(secondsSince(baselineMs, contract.lastMs));
    reduce(contract.orders, 1.0);
    reduce(contract.in30, own.by30);
    reduce(contract.in60, own.by60);
    reduce(contract.in120, own.by120());
    reduce(contract.in300, own.by300);
    reduce(contract.in1800, own.by1800);
}

void orderrate::startDay(ContractRate& contract)
{
    ContractRate next;
    next.orders = float(contract.orders * kCarry);
    contract = next;
}

void orderrate::startDay(UnderlyingRate& underlying)
{
    UnderlyingRate next;
    next.carried = kCarry * (underlying.carried + std::max(0.0, underlying.seenAt - underlying.startedAt));
    next.orders = kCarry * underlying.orders;
    underlying = next;
}

OrderPace::OrderPace(const MarketClock::Moment& now, const ContractRate& contract,
                     const UnderlyingRate& underlying)
    : m_contract(contract)
    , m_underlying(underlying)
    , m_pace(now.pace / SessionProfile::kSessionSeconds)
    , m_elapsed(std::max(0.0, now.elapsed - underlying.startedAt) + underlying.carried)
    , m_watched(secondsSince(underlying.firstMs, now.baselineMs))
{
}

double OrderPace::lagged() const
{
    if (m_lagged < 0.0) {
        const Fade watched(m_watched);
        m_lagged = 1800.0 * (1.0 - watched.by1800) - 300.0 * (1.0 - watched.by300);
    }
    return m_lagged;
}

const OrderPace::Baseline& OrderPace::ofUnderlying() const
{
    if (m_ofUnderlying.perSecond >= 0.0)
        return m_ofUnderlying;
    const double lately = std::max(0.0, m_underlying.in1800 - m_underlying.in300);
    const double base = (m_underlying.orders + kPriorOrders) / (m_elapsed + kUnderlyingElapsed) * m_pace;
    const double trend =
        std::clamp((lately + kUnderlyingShrink) / (base * lagged() + kUnderlyingShrink), 0.25, 6.0);
    m_ofUnderlying = {base * trend, kUnderlyingModelError * kUnderlyingModelError +
                                        1.0 / (base * lagged() + kUnderlyingShrink)};
    return m_ofUnderlying;
}

const OrderPace::Baseline& OrderPace::ofContract() const
{
    if (m_ofContract.perSecond >= 0.0)
        return m_ofContract;
    // The underlying's trend by the contract's own kind of prior, whose bias in the first hour cancels.
    const double underlyingBase = (m_underlying.orders + kPriorOrders) / (m_elapsed + kPriorElapsed) * m_pace;
    const double underlyingLately = std::max(0.0, m_underlying.in1800 - m_underlying.in300);
    const double trend = std::clamp(
        (underlyingLately + kUnderlyingShrink) / (underlyingBase * lagged() + kUnderlyingShrink), 0.25, 6.0);
    const double orders = double(m_contract.orders);
    const double base = (orders + kPriorOrders) / (m_elapsed + kPriorElapsed) * m_pace;
    const double lately = std::max(0.0, double(m_contract.in1800) - double(m_contract.in300));
    const double growth =
        std::clamp((lately + kContractShrink * trend) / (base * lagged() + kContractShrink), 0.1, 12.0);
    m_ofContract = {base * growth,
                    1.0 / (orders + 1.0) + kModelError * kModelError + 1.0 / (lately + kContractShrink)};
    return m_ofContract;
}

// Orders to expect in a window from those before it, while the lagged baseline of a first day is young:
// without it, the end of the first silent minute would flag every contract that trades often.
double OrderPace::whileYoung(double orders, double count, double seconds) const
{
    if (m_underlying.carried > 0.0)
        return 0.0;
    const double share = std::clamp((kGrownAfter - m_watched) / (kGrownAfter - kYoungUntil), 0.0, 1.0);
    const double before = m_watched - seconds * (1.0 - std::exp(-m_watched / seconds));
    if (share <= 0.0 || before <= 0.0)
        return 0.0;
    return share * std::max(0.0, orders - count) / before * seconds;
}

double OrderPace::contractMean(double seconds, double count) const
{
    return std::max(ofContract().perSecond * seconds, whileYoung(double(m_contract.orders), count, seconds));
}

double OrderPace::underlyingMean(double seconds, double count) const
{
    return std::max(ofUnderlying().perSecond * seconds, whileYoung(m_underlying.orders, count, seconds));
}

double OrderPace::restFactor(double seconds, double underlyingCount, double count) const
{
    const double rest = std::max(0.0, underlyingCount - count);
    const double mean =
        std::max(0.0, underlyingMean(seconds, underlyingCount) - contractMean(seconds, count));
    return std::max(1.0, (rest + kUnderlyingShrink) / (mean + kUnderlyingShrink));
}

double OrderPace::contractDoubt() const
{
    return ofContract().doubt;
}

double OrderPace::underlyingDoubt() const
{
    return ofUnderlying().doubt;
}

} // namespace flowglass::detect
