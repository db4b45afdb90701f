// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/repeatdetector.h"

#include "detect/stats/countsurprise.h"

#include <algorithm>

namespace flowglass::detect {

using domain::NotJudged;

namespace {

constexpr double kClumping = 1.2; // over Poisson

// Orders of that size that there really were.
std::uint64_t ordersOf(const Observation& seen, std::uint32_t size, std::chrono::milliseconds window)
{
    const auto orders = seen.recent.ofContract(seen.trade.contract, window);
    return std::uint64_t(
        std::ranges::count_if(orders, [size](const RecentOrders::Seen& of) { return of.order.size == size; }));
}

} // namespace

Finding RepeatDetector::judge(const Observation& seen, ContractState& contract, UnderlyingState&)
{
    const std::uint32_t size = seen.order.size;
    if (seen.printClass != PrintClass::SingleLeg)
        return NotJudged::PackageOrCross;
    if (size < kLeastSize)
        return NotJudged::SmallSize;
    // An order that grew was counted by its smaller size.
    const bool moved = !seen.startsOrder && contract.sizes.takeBack(size - seen.trade.size);
    if (!moved && !seen.counted)
        return seen.startsOrder ? NotJudged::TooSoon : NotJudged::JoinsOrder;
    m_entry = contract.sizes.add(size, std::uint32_t(seen.moment.baselineMs / 1000));
    if (m_entry.times() < 2)
        return NotJudged::FirstOfSize;
    if (seen.pace.watchedSeconds() < kSilentSeconds)
        return NotJudged::FirstMinute;
    m_expected = expected(seen, size);
    const double mean = m_expected.orders;
    const double variance = kClumping * mean / 2.0 + seen.pace.contractDoubt() * mean * mean;
    m_counted = {m_entry.count() - 1.0, mean, variance, RepeatedSizes::kFadeSeconds, size};
    return m_counted.surprise();
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
    evidence.size = m_entry.size();
    evidence.chance = m_expected.chance;
    evidence.window = std::chrono::seconds(m_entry.span + 1); // whole seconds are kept: less than this
    evidence.value = m_entry.times() < RepeatedSizes::kMostTimes
                         ? double(m_entry.times())
                         : double(ordersOf(seen, m_entry.size(), *evidence.window));
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

void RepeatDetector::explain(const Observation& now, const ContractState&, const UnderlyingState&,
                             domain::DetectorExplanation& told) const
{
    if (now.printClass != PrintClass::SingleLeg)
        return;
    told.size = now.order.size;
    if (now.recent.isKnown())
        told.value = double(ordersOf(now, now.order.size, std::chrono::minutes(5)));
    told.baseline = expected(now, now.order.size).orders;
    told.contractSeen = std::uint64_t(now.pace.contract().orders);
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
