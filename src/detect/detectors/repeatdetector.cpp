// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/repeatdetector.h"

#include "detect/stats/countsurprise.h"

namespace flowglass::detect {

namespace {

constexpr double kClumping = 1.2; // over Poisson

} // namespace

double RepeatDetector::judge(const Observation& seen, ContractState& contract, UnderlyingState&)
{
    const std::uint32_t size = seen.order.size;
    if (seen.printClass != PrintClass::SingleLeg || size < kLeastSize)
        return 0.0;
    // An order that grew was counted by its smaller size.
    const bool moved = !seen.startsOrder && contract.sizes.takeBack(size - seen.trade.size);
    if (!moved && !seen.counted)
        return 0.0;
    m_entry = contract.sizes.add(size, std::uint32_t(seen.moment.baselineMs / 1000));
    if (m_entry.times() < 2 || seen.pace.watchedSeconds() < kSilentSeconds)
        return 0.0;
    m_expected = expected(seen, size);
    const double mean = m_expected.orders;
    const double variance = kClumping * mean / 2.0 + seen.pace.contractDoubt() * mean * mean;
    return countSurprise(m_entry.count() - 1.0, mean, variance);
}

RepeatDetector::Expected RepeatDetector::expected(const Observation& seen, std::uint32_t size) const
{
    const double chance =
        m_sizes.chance(size, seen.underlyingSizes.ofClass[std::size_t(PrintClass::SingleLeg)]);
    return {chance,
            chance * seen.pace.contractMean(RepeatedSizes::kFadeSeconds, double(seen.pace.contract().in300))};
}

domain::Evidence RepeatDetector::evidence(const Observation& seen, const ContractState&,
                                          const UnderlyingState&) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    evidence.value = m_entry.times();
    evidence.size = m_entry.size();
    evidence.chance = m_expected.chance;
    evidence.window = std::chrono::seconds(m_entry.span);
    evidence.baseline = m_expected.orders * std::max(1.0, double(m_entry.span) / RepeatedSizes::kFadeSeconds);
    evidence.seen = std::uint64_t(seen.pace.underlying().orders);
    evidence.contractSeen = std::uint64_t(seen.pace.contract().orders);
    return evidence;
}

void RepeatDetector::closeOrder(const Order& order, UnderlyingState&)
{
    if (order.printClass == PrintClass::SingleLeg)
        m_sizes.add(order.size);
}

void RepeatDetector::forgetOrder(const Order& order, UnderlyingState&)
{
    if (order.printClass == PrintClass::SingleLeg)
        m_sizes.remove(order.size);
}

void RepeatDetector::forgetPrint(const domain::Trade& trade, bool startedOrder, ContractState& contract,
                                 UnderlyingState&)
{
    if (startedOrder)
        contract.sizes.takeBack(trade.size);
}

domain::NotJudged RepeatDetector::explain(const Observation& now, const ContractState&,
                                          const UnderlyingState&, domain::DetectorExplanation& told) const
{
    if (now.printClass != PrintClass::SingleLeg)
        return domain::NotJudged::PackageOrCross;
    told.value = now.trade.size;
    if (now.trade.size < kLeastSize)
        return domain::NotJudged::SmallSize;
    told.baseline = expected(now, now.trade.size).orders;
    told.contractSeen = std::uint64_t(now.pace.contract().orders);
    return domain::NotJudged::NothingToScore;
}

QJsonObject RepeatDetector::rules()
{
    return {{QStringLiteral("fade_s"), RepeatedSizes::kFadeSeconds},
            {QStringLiteral("least_size"), int(kLeastSize)},
            {QStringLiteral("sizes_kept"), 4},
            {QStringLiteral("silent_s"), kSilentSeconds},
            {QStringLiteral("clumping"), kClumping}};
}

} // namespace flowglass::detect
