// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/sweepdetector.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

namespace {

// Before any order is seen: one in ten on two exchanges or more, each further one half as likely.
double shippedTail(int venues)
{
    return venues < 2 ? 1.0 : 0.1 * std::exp2(2.0 - venues);
}

} // namespace

double SweepDetector::venueTail(int venues, const UnderlyingState& underlying) const
{
    return underlying.venues.tail(venues, m_market.tail(venues, shippedTail(venues)));
}

Finding SweepDetector::judge(const Observation& seen, ContractState&, UnderlyingState& underlying)
{
    if (seen.printClass != PrintClass::SingleLeg)
        return domain::NotJudged::PackageOrCross;
    if (seen.order.prints < 2)
        return domain::NotJudged::OneExchange;
    const double size = -std::log10(std::max(seen.sizeTail, 1e-20));
    return size - kVenueWeight * std::log10(venueTail(seen.order.venueCount(), underlying));
}

domain::Evidence SweepDetector::evidence(const Observation& seen, const ContractState&,
                                         const UnderlyingState& underlying) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    evidence.value = seen.order.size;
    evidence.baseline = seen.underlyingSizes.ofClass[0].median();
    evidence.seen = underlying.venues.count();
    evidence.contractSeen = seen.contractSizes.count();
    evidence.venues = seen.order.venueCount();
    evidence.oneIn = 1.0 / venueTail(evidence.venues, underlying);
    evidence.prints = seen.order.prints;
    evidence.window = std::chrono::milliseconds(seen.order.spanMs);
    return evidence;
}

void SweepDetector::closeOrder(const Order& order, UnderlyingState& underlying)
{
    if (order.printClass != PrintClass::SingleLeg)
        return;
    m_market.add(order.venueCount());
    underlying.venues.add(order.venueCount());
}

void SweepDetector::forgetOrder(const Order& order, UnderlyingState& underlying)
{
    if (order.printClass != PrintClass::SingleLeg)
        return;
    m_market.remove(order.venueCount());
    underlying.venues.remove(order.venueCount());
}

void SweepDetector::explain(const Observation& now, const ContractState&, const UnderlyingState&,
                            domain::DetectorExplanation& told) const
{
    if (now.printClass != PrintClass::SingleLeg)
        return;
    const TailHist& underlying = now.underlyingSizes.ofClass[0];
    told.value = now.order.size;
    if (underlying.count() > 0)
        told.baseline = underlying.median();
    told.contractSeen = now.contractSizes.count();
}

QJsonObject SweepDetector::rules()
{
    return {{QStringLiteral("least_exchanges"), 2},
            {QStringLiteral("gap_ms"), int(ordermerger::kGapMs)},
            {QStringLiteral("span_ms"), int(ordermerger::kSpanMs)},
            {QStringLiteral("venue_weight"), kVenueWeight}};
}

} // namespace flowglass::detect
