// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/detectors/observation.h"
#include "detect/stats/calibrator.h"
#include "domain/anomaly.h"

#include <QJsonObject>

namespace flowglass::detect {

// D1: is this order large, for its contract? -log10 P(an order of at least this size), scored anew each
// time a print joins the order, so that a split order is not waited for. The histograms are shared
// (stats/sizemodel.h); this detector has no state.
class SizeDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Size;
    static constexpr Calibrator::Shipped kShipped{3, 0.96, 1};
    static constexpr Stake kStake = Stake::Order;
    static constexpr Rests kRests = Rests::OnOrder;
    struct ContractState
    {
    };
    struct UnderlyingState
    {
    };

    Finding judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    domain::Evidence evidence(const Observation& seen, const ContractState& contract,
                              const UnderlyingState& underlying) const;
    void explain(const Observation& now, const ContractState& contract, const UnderlyingState& underlying,
                 domain::DetectorExplanation& told) const;
    void closeOrder(const Order&, UnderlyingState&) {}
    void forgetOrder(const Order&, UnderlyingState&) {}
    void forgetPrint(const domain::Trade&, bool, ContractState&, UnderlyingState&) {}
    static void startDay(ContractState&) {}
    static void startDay(UnderlyingState&) {}
    static QJsonObject rules();
};

} // namespace flowglass::detect
