// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/surgedetector.h"

#include "detect/stats/countsurprise.h"

namespace flowglass::detect {

namespace {

constexpr double kClumping = 1.5; // over Poisson: orders of a chain call forth others

} // namespace

double SurgeDetector::judge(const Observation& seen, ContractState&, UnderlyingState& underlying)
{
    if (seen.printClass != PrintClass::SingleLeg || !seen.startsOrder)
        return 0.0;
    underlying.busiest.add(seen.trade.contract, seen.moment.baselineMs);
    if (seen.pace.watchedSeconds() < kSilentSeconds)
        return 0.0;
    const UnderlyingRate& rate = seen.pace.underlying();
    m_best = {};
    for (const auto& [seconds, count] :
         {std::pair{30.0, rate.in30}, std::pair{120.0, rate.in120}, std::pair{300.0, rate.in300}}) {
        const double mean = seen.pace.underlyingMean(seconds, count);
        const double variance = kClumping * mean / 2.0 + seen.pace.underlyingDoubt() * mean * mean;
        const double surprise = countSurprise(count, mean, variance);
        if (surprise > m_best.surprise)
            m_best = {seconds, count, mean, surprise};
    }
    return m_best.surprise;
}

domain::Evidence SurgeDetector::evidence(const Observation& seen, const ContractState&,
                                         const UnderlyingState& underlying) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    evidence.value = m_best.count;
    evidence.baseline = m_best.mean;
    evidence.seen = std::uint64_t(seen.pace.underlying().orders);
    evidence.window = std::chrono::milliseconds(std::int64_t(m_best.seconds * 1000.0));
    // Their counts fade by 120 s: told as shares of the window that was found unusual.
    const double share = m_best.count / std::max(1.0, seen.pace.underlying().in120);
    for (const Busiest::Entry& entry : underlying.busiest.ordered()) {
        if (evidence.busiest.size() < kTold && entry.orders > 0.5F)
            evidence.busiest.push_back(
                {entry.contract, *seen.contracts[entry.contract].symbol, double(entry.orders) * share});
    }
    return evidence;
}

domain::NotJudged SurgeDetector::explain(const Observation& now, const ContractState&, const UnderlyingState&,
                                         domain::DetectorExplanation& told) const
{
    if (now.printClass != PrintClass::SingleLeg)
        return domain::NotJudged::PackageOrCross;
    told.baseline = now.pace.underlyingMean(120.0, now.pace.underlying().in120);
    return domain::NotJudged::NothingToScore;
}

QJsonObject SurgeDetector::rules()
{
    return {{QStringLiteral("windows_s"), QStringLiteral("30, 120, 300")},
            {QStringLiteral("silent_s"), kSilentSeconds},
            {QStringLiteral("clumping"), kClumping},
            {QStringLiteral("baseline"), QStringLiteral("fading count of 1800 s less that of 300 s")}};
}

} // namespace flowglass::detect
