// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/busiest.h"
#include "detect/core/countedorders.h"
#include "detect/core/slotcounts.h"
#include "detect/detectors/observation.h"
#include "detect/stats/calibrator.h"
#include "domain/anomaly.h"

#include <QJsonObject>

namespace flowglass::detect {

// D4: are all options of the underlying together busier than they should be? Single-leg orders in fading
// windows of 30, 120 and 300 s against what is usual (core/orderrate.h). It raises alerts of its own, about
// the underlying, and never marks each contract: one surge would count as dozens of alerts.
class SurgeDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Surge;
    static constexpr Calibrator::Shipped kShipped{1.1, 0.72, -0.3};
    static constexpr Stake kStake = Stake::Underlying;
    static constexpr Rests kRests = Rests::OnMany;
    static constexpr double kSilentSeconds = 300.0; // after the underlying's first print of the day
    static constexpr std::size_t kTold = 3;         // contracts named
    struct ContractState
    {
    };
    struct UnderlyingState
    {
        Busiest busiest;
        SlotCounts<500, 60> in30;
        SlotCounts<1'000, 120> in120;
        SlotCounts<5'000, 60> in300;
    };

    Finding judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    domain::Evidence evidence(const Observation& seen, const ContractState& contract,
                              const UnderlyingState& underlying) const;
    void explain(const Observation& now, const ContractState& contract, const UnderlyingState& underlying,
                 domain::DetectorExplanation& told) const;
    void closeOrder(const Order&, UnderlyingState&) {}
    void forgetOrder(const Order&, UnderlyingState&) {}
    void forgetPrint(const domain::Trade& trade, bool startedOrder, ContractState& contract,
                     UnderlyingState& underlying);
    static void startDay(ContractState&) {}
    static void startDay(UnderlyingState& underlying) { underlying = {}; }
    // What it scored of the print judged last.
    FadingCount scored() const { return {m_best.count, m_best.mean, m_best.variance, m_best.seconds}; }
    static QJsonObject rules();

private:
    struct Window
    {
        double seconds = 0.0, count = 0.0, mean = 0.0, variance = 0.0, surprise = 0.0;
    };
    struct Real
    {
        std::uint64_t orders = 0;
        std::chrono::milliseconds window{0};
    };
    Real realOrders(const UnderlyingState& underlying, domain::UnixMs end) const; // of the most surprising window

    Window m_best; // of the print judged last
};

} // namespace flowglass::detect
