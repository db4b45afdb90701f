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
    m_chance = m_sizes.chance(size, seen.underlyingSizes.ofClass[std::size_t(PrintClass::SingleLeg)]);
    m_mean =
        m_chance * seen.pace.contractMean(RepeatedSizes::kFadeSeconds, double(seen.pace.contract().in300));
    const double variance = kClumping * m_mean / 2.0 + seen.pace.contractDoubt() * m_mean * m_mean;
    return countSurprise(m_entry.count() - 1.0, m_mean, variance);
}

domain::Evidence RepeatDetector::evidence(const Observation& seen, const ContractState&,
                                          const UnderlyingState&) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    evidence.value = m_entry.times();
    evidence.size = m_entry.size();
    evidence.chance = m_chance;
    evidence.window = std::chrono::seconds(m_entry.span);
    evidence.baseline = m_mean * std::max(1.0, double(m_entry.span) / RepeatedSizes::kFadeSeconds);
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

QJsonObject RepeatDetector::rules()
{
    return {{QStringLiteral("fade_s"), RepeatedSizes::kFadeSeconds},
            {QStringLiteral("least_size"), int(kLeastSize)},
            {QStringLiteral("sizes_kept"), 4},
            {QStringLiteral("silent_s"), kSilentSeconds},
            {QStringLiteral("clumping"), kClumping}};
}

} // namespace flowglass::detect
