// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/activitydetector.h"

#include "detect/stats/countsurprise.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

namespace {

constexpr double kCarry = 0.4;          // weight of earlier days
constexpr double kPriorOrders = 0.3;    // of a contract nothing is known of ...
constexpr double kPriorElapsed = 0.15;  // ... in this much market time
constexpr double kContractShrink = 3.0; // orders that pull a contract's trend to its underlying's
constexpr double kUnderlyingShrink = 15.0;
constexpr double kClumping = 1.2; // over Poisson
constexpr double kModelError = 0.25;
constexpr double kYoungUntil = 900.0; // s of a first day in which the lagged baseline knows too little ...
constexpr double kGrownAfter = 1800.0; // ... and from which it stands alone
constexpr double kWorthScoring = 2.0; // fewer orders than this in 300 s cannot surprise

// Fading counts are exact powers of the slowest: e^(-d/1800) is asked for once.
struct Fade
{
    explicit Fade(double seconds)
        : by1800(std::exp(-seconds / 1800.0)), by300(sixth(by1800)), by60(fifth(by300)), by30(by60 * by60)
    {
    }
    static double fifth(double x) { return x * x * x * x * x; }
    static double sixth(double x) { return x * fifth(x); }
    double by1800, by300, by60, by30;
};

// Orders to expect in a window from those before it, while the lagged baseline is young: without it, the
// end of the first silent minute would flag every contract that trades often. 0 once it is grown.
double expectedWhileYoung(double orders, double count, double seconds, double watched)
{
    const double share = std::clamp((kGrownAfter - watched) / (kGrownAfter - kYoungUntil), 0.0, 1.0);
    const double before = watched - seconds * (1.0 - std::exp(-watched / seconds));
    if (share <= 0.0 || before <= 0.0)
        return 0.0;
    return share * std::max(0.0, orders - count) / before * seconds;
}

double secondsSince(std::int64_t then, std::int64_t now)
{
    return std::max(0.0, double(now - then) / 1000.0);
}

} // namespace

double ActivityDetector::judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying)
{
    const std::int64_t now = seen.trade.time().value;
    if (underlying.firstMs == 0) {
        underlying.firstMs = now;
        underlying.startedAt = seen.moment.elapsed;
    }
    underlying.seenAt = seen.moment.elapsed;
    if (seen.printClass != PrintClass::SingleLeg || !seen.startsOrder)
        return 0.0;
    const Fade fade(secondsSince(underlying.lastMs, now));
    underlying.in300 = underlying.in300 * fade.by300 + 1.0;
    underlying.in1800 = underlying.in1800 * fade.by1800 + 1.0;
    underlying.orders += 1.0;
    underlying.lastMs = std::max(underlying.lastMs, now);
    if (contract.lastMs != 0 && now - contract.lastMs < kRefractoryMs)
        return 0.0;
    const Fade own(secondsSince(contract.lastMs, now));
    if (seen.reopens)
        contract.in30 = contract.in60 = contract.in300 = 0.0F;
    contract.in30 = float(contract.in30 * own.by30 + 1.0);
    contract.in60 = float(contract.in60 * own.by60 + 1.0);
    contract.in300 = float(contract.in300 * own.by300 + 1.0);
    contract.in1800 = float(contract.in1800 * own.by1800 + 1.0);
    contract.orders += 1.0F;
    contract.lastMs = now;
    if (now - underlying.firstMs < kSilentMs || contract.in300 < kWorthScoring)
        return 0.0;
    m_best = strongest(contract, underlying, seen);
    return m_best.surprise;
}

ActivityDetector::Window ActivityDetector::strongest(const ContractState& contract,
                                                     const UnderlyingState& underlying,
                                                     const Observation& seen) const
{
    const double elapsed = std::max(0.0, seen.moment.elapsed - underlying.startedAt) + underlying.carried;
    const double pace = seen.moment.pace / SessionProfile::kSessionSeconds;
    const double watchedSeconds = secondsSince(underlying.firstMs, seen.trade.time().value);
    const Fade watched(watchedSeconds);
    const bool firstDay = underlying.carried == 0.0;
    const double lagged = 1800.0 * (1.0 - watched.by1800) - 300.0 * (1.0 - watched.by300);

    const double underlyingBase = (underlying.orders + kPriorOrders) / (elapsed + kPriorElapsed) * pace;
    const double underlyingLately = std::max(0.0, underlying.in1800 - underlying.in300);
    const double trend = std::clamp(
        (underlyingLately + kUnderlyingShrink) / (underlyingBase * lagged + kUnderlyingShrink), 0.25, 6.0);

    const double base = (double(contract.orders) + kPriorOrders) / (elapsed + kPriorElapsed) * pace;
    const double lately = std::max(0.0, double(contract.in1800) - double(contract.in300));
    const double growth =
        std::clamp((lately + kContractShrink * trend) / (base * lagged + kContractShrink), 0.1, 12.0);
    const double doubt =
        1.0 / (double(contract.orders) + 1.0) + kModelError * kModelError + 1.0 / (lately + kContractShrink);
    Window best;
    for (const auto& [seconds, count] :
         {std::pair{30.0, contract.in30}, std::pair{60.0, contract.in60}, std::pair{300.0, contract.in300}}) {
        double mean = base * growth * seconds;
        if (firstDay)
            mean = std::max(mean, expectedWhileYoung(double(contract.orders), count, seconds, watchedSeconds));
        const double surprise = countSurprise(count, mean, kClumping * mean / 2.0 + doubt * mean * mean);
        if (surprise > best.surprise)
            best = {seconds, count, mean, surprise};
    }
    return best;
}

domain::Evidence ActivityDetector::evidence(const Observation&, const ContractState& contract,
                                            const UnderlyingState& underlying) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    evidence.value = m_best.count;
    evidence.baseline = m_best.mean;
    evidence.seen = std::uint64_t(underlying.orders);
    evidence.contractSeen = std::uint64_t(contract.orders);
    evidence.window = std::chrono::milliseconds(std::int64_t(m_best.seconds * 1000.0));
    return evidence;
}

void ActivityDetector::forgetPrint(const domain::Trade& trade, bool startedOrder, ContractState& contract,
                                   UnderlyingState& underlying)
{
    if (!startedOrder)
        return;
    const auto less = [](auto count, double by) {
        return decltype(count)(std::max(0.0, double(count) - by));
    };
    const Fade fade(secondsSince(trade.time().value, underlying.lastMs));
    underlying.orders = less(underlying.orders, 1.0);
    underlying.in300 = less(underlying.in300, fade.by300);
    underlying.in1800 = less(underlying.in1800, fade.by1800);
    const Fade own(secondsSince(trade.time().value, contract.lastMs));
    contract.orders = less(contract.orders, 1.0);
    contract.in30 = less(contract.in30, own.by30);
    contract.in60 = less(contract.in60, own.by60);
    contract.in300 = less(contract.in300, own.by300);
    contract.in1800 = less(contract.in1800, own.by1800);
}

void ActivityDetector::startDay(ContractState& contract)
{
    contract = {0, float(contract.orders * kCarry), 0.0F, 0.0F, 0.0F, 0.0F};
}

void ActivityDetector::startDay(UnderlyingState& underlying)
{
    UnderlyingState next;
    next.carried = kCarry * (underlying.carried + std::max(0.0, underlying.seenAt - underlying.startedAt));
    next.orders = kCarry * underlying.orders;
    underlying = next;
}

QJsonObject ActivityDetector::rules()
{
    return {{QStringLiteral("windows_s"), QStringLiteral("30, 60, 300")},
            {QStringLiteral("refractory_ms"), int(kRefractoryMs)},
            {QStringLiteral("silent_ms"), int(kSilentMs)},
            {QStringLiteral("clumping"), kClumping},
            {QStringLiteral("model_error"), kModelError},
            {QStringLiteral("baseline"), QStringLiteral("fading count of 1800 s less that of 300 s")}};
}

} // namespace flowglass::detect
