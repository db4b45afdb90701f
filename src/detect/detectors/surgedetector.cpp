// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/surgedetector.h"

#include "detect/stats/countsurprise.h"

#include <algorithm>

namespace flowglass::detect {

using domain::NotJudged;

namespace {

constexpr double kClumping = 1.5; // over Poisson: orders of a chain call forth others
constexpr int kToldSeconds = 120; // of the count beside a print that is looked at again

} // namespace

Finding SurgeDetector::judge(const Observation& seen, ContractState&, UnderlyingState& underlying)
{
    if (seen.printClass != PrintClass::SingleLeg)
        return NotJudged::PackageOrCross;
    if (!seen.startsOrder)
        return NotJudged::JoinsOrder;
    underlying.busiest.add(seen.trade.contract, seen.moment.baselineMs);
    const domain::UnixMs now = seen.trade.time();
    underlying.in30.add(now);
    underlying.in120.add(now);
    underlying.in300.add(now);
    if (seen.pace.watchedSeconds() < kSilentSeconds)
        return NotJudged::FirstFiveMinutes;
    const UnderlyingRate& rate = seen.pace.underlying();
    m_best = {};
    for (const auto& [seconds, count] :
         {std::pair{30.0, rate.in30}, std::pair{120.0, rate.in120}, std::pair{300.0, rate.in300}}) {
        const double mean = seen.pace.underlyingMean(seconds, count);
        const double variance = kClumping * mean / 2.0 + seen.pace.underlyingDoubt() * mean * mean;
        const double surprise = countSurprise(count, mean, variance);
        if (surprise > m_best.surprise)
            m_best = {seconds, count, mean, variance, surprise};
    }
    return m_best.surprise;
}

// The fading count that was scored is nobody's count of anything: what is told is what there was.
SurgeDetector::Real SurgeDetector::realOrders(const UnderlyingState& underlying, domain::UnixMs end) const
{
    const auto of = [end](const auto& slots) {
        const auto count = slots.upTo(end);
        return Real{count.orders, count.window};
    };
    return m_best.seconds <= 30.0 ? of(underlying.in30) : m_best.seconds <= 120.0 ? of(underlying.in120)
                                                                                   : of(underlying.in300);
}

domain::Evidence SurgeDetector::evidence(const Observation& seen, const ContractState&,
                                         const UnderlyingState& underlying) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    const Real real = realOrders(underlying, seen.trade.time());
    evidence.value = double(real.orders);
    evidence.baseline = m_best.mean * double(real.window.count()) / (m_best.seconds * 1000.0);
    evidence.seen = std::uint64_t(seen.pace.underlying().orders);
    evidence.window = real.window;
    for (const Busiest::Entry& entry : underlying.busiest.ordered()) {
        const std::size_t orders = seen.recent.ofContract(entry.contract, real.window).size();
        if (entry.orders > 0.5F && orders > 0)
            evidence.busiest.push_back(
                {entry.contract, *seen.contracts[entry.contract].symbol, double(orders)});
    }
    std::ranges::stable_sort(evidence.busiest, std::ranges::greater(), &domain::BusyContract::orders);
    evidence.busiest.resize(std::min(evidence.busiest.size(), kTold));
    return evidence;
}

void SurgeDetector::forgetPrint(const domain::Trade& trade, bool startedOrder, ContractState&,
                                UnderlyingState& underlying)
{
    if (!startedOrder)
        return;
    underlying.in30.remove(trade.time());
    underlying.in120.remove(trade.time());
    underlying.in300.remove(trade.time());
}

void SurgeDetector::explain(const Observation& now, const ContractState&, const UnderlyingState&,
                            domain::DetectorExplanation& told) const
{
    if (now.printClass != PrintClass::SingleLeg)
        return;
    told.baseline = now.pace.underlyingMean(kToldSeconds, now.pace.underlying().in120);
    if (now.recent.isKnown())
        told.value = double(now.recent.ofUnderlying(std::chrono::seconds(kToldSeconds)));
}

QJsonObject SurgeDetector::rules()
{
    return {{QStringLiteral("windows_s"), QStringLiteral("30, 120, 300")},
            {QStringLiteral("silent_s"), kSilentSeconds},
            {QStringLiteral("clumping"), kClumping},
            {QStringLiteral("baseline"), QStringLiteral("fading count of 1800 s less that of 300 s")}};
}

} // namespace flowglass::detect
