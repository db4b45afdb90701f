// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/activitydetector.h"

#include "detect/stats/countsurprise.h"

#include <algorithm>

namespace flowglass::detect {

using domain::NotJudged;

namespace {

constexpr double kClumping = 1.2;     // over Poisson
constexpr double kWorthScoring = 2.0; // fewer orders than this in 300 s cannot surprise
constexpr int kToldSeconds = 60;      // of the count beside a print that is looked at again

std::uint64_t counted(const std::vector<RecentOrders::Seen>& orders)
{
    return std::uint64_t(std::ranges::count_if(orders, &RecentOrders::Seen::counted));
}

} // namespace

Finding ActivityDetector::judge(const Observation& seen, ContractState&, UnderlyingState&)
{
    const ContractRate& rate = seen.pace.contract();
    if (seen.printClass != PrintClass::SingleLeg)
        return NotJudged::PackageOrCross;
    if (!seen.counted)
        return seen.startsOrder ? NotJudged::TooSoon : NotJudged::JoinsOrder;
    if (seen.pace.watchedSeconds() < kSilentSeconds)
        return NotJudged::FirstMinute;
    if (rate.in300 < kWorthScoring)
        return NotJudged::FewOrders;
    m_best = {};
    const double doubt = seen.pace.contractDoubt();
    const UnderlyingRate& all = seen.pace.underlying();
    for (Window window :
         {Window{30.0, double(rate.in30)}, {60.0, double(rate.in60)}, {120.0, double(rate.in120)}}) {
        window.mean = seen.pace.contractMean(window.seconds, window.count);
        if (window.count <= window.mean)
            continue;
        window.mean *= window.seconds > 30.0 ? seen.pace.restFactor(120.0, all.in120, double(rate.in120))
                                             : seen.pace.restFactor(30.0, all.in30, double(rate.in30));
        window.variance = kClumping * window.mean / 2.0 + doubt * window.mean * window.mean;
        window.surprise = countSurprise(window.count, window.mean, window.variance);
        if (window.surprise > m_best.surprise)
            m_best = window;
    }
    return m_best.surprise;
}

domain::Evidence ActivityDetector::evidence(const Observation& seen, const ContractState&,
                                            const UnderlyingState&) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    // Not the fading count that was scored, which is nobody's count of anything: what there was.
    const auto window = std::chrono::milliseconds(std::int64_t(m_best.seconds * 1000.0));
    const auto orders = seen.recent.ofContract(seen.trade.contract, window);
    evidence.value = double(counted(orders));
    evidence.prints = int(orders.size());
    evidence.baseline = m_best.mean;
    evidence.seen = std::uint64_t(seen.pace.underlying().orders);
    evidence.contractSeen = std::uint64_t(seen.pace.contract().orders);
    evidence.window = window;
    return evidence;
}

void ActivityDetector::explain(const Observation& now, const ContractState&, const UnderlyingState&,
                               domain::DetectorExplanation& told) const
{
    if (now.printClass != PrintClass::SingleLeg)
        return;
    const ContractRate& rate = now.pace.contract();
    told.baseline = now.pace.contractMean(kToldSeconds, double(rate.in60));
    told.contractSeen = std::uint64_t(rate.orders);
    if (now.recent.isKnown())
        told.value = double(counted(now.recent.ofContract(now.trade.contract, std::chrono::seconds(kToldSeconds))));
}

QJsonObject ActivityDetector::rules()
{
    return {{QStringLiteral("windows_s"), QStringLiteral("30, 60, 120")},
            {QStringLiteral("refractory_ms"), int(orderrate::kRefractoryMs)},
            {QStringLiteral("silent_s"), kSilentSeconds},
            {QStringLiteral("clumping"), kClumping},
            {QStringLiteral("carry"), orderrate::kCarry},
            {QStringLiteral("baseline"), QStringLiteral("fading count of 1800 s less that of 300 s")}};
}

} // namespace flowglass::detect
