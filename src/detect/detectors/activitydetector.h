// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/countedorders.h"
#include "detect/detectors/observation.h"
#include "detect/stats/calibrator.h"
#include "domain/anomaly.h"

#include <QJsonObject>

namespace flowglass::detect {

// D3: does the contract trade more often than it should? Single-leg orders, at most one in 0.5 s, in
// exponentially fading windows of 30, 60 and 120 s, against what is usual (core/orderrate.h, shared). What it
// tells are real counts of the window whose fading one surprised most. No state of its own.
class ActivityDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Activity;
    static constexpr Calibrator::Shipped kShipped{2.2, 0.9, 0.3};
    static constexpr Stake kStake = Stake::Contract;
    static constexpr Rests kRests = Rests::OnMany;
    static constexpr double kSilentSeconds = 60.0; // after the first print of an underlying's day
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
    // What it scored of the print judged last.
    FadingCount scored() const { return {m_best.count, m_best.mean, m_best.variance, m_best.seconds}; }
    static QJsonObject rules();

private:
    struct Window
    {
        double seconds = 0.0, count = 0.0, mean = 0.0, variance = 0.0, surprise = 0.0;
    };

    Window m_best; // of the print judged last
};

} // namespace flowglass::detect
