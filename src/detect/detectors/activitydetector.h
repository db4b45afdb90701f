// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/detectors/observation.h"
#include "detect/stats/calibrator.h"
#include "domain/anomaly.h"

#include <QJsonObject>

#include <array>
#include <cstdint>

namespace flowglass::detect {

// D3: does the contract trade more often than it should? Single-leg orders, at most one in 0.5 s, in
// exponentially fading windows of 30, 60 and 300 s, against what is usual: the contract's own count of the
// day by the pace of the hour, times how much busier it and its underlying were from an hour to five
// minutes ago. The last minutes are kept out of the baseline, so that a burst is not its own excuse.
class ActivityDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Activity;
    static constexpr Calibrator::Shipped kShipped{1.8, 1.0};
    static constexpr Stake kStake = Stake::Contract;
    static constexpr bool kEachPrint = false;
    static constexpr std::int64_t kRefractoryMs = 500;
    static constexpr std::int64_t kSilentMs = 60'000; // after the first print of an underlying's day

    // Orders with fading weights; times in ms since the epoch.
    struct ContractState
    {
        std::int64_t lastMs = 0; // of the last counted order
        float orders = 0.0F;     // of the day, and 0.4 of those before
        float in30 = 0.0F, in60 = 0.0F, in300 = 0.0F, in1800 = 0.0F;
    };
    struct UnderlyingState
    {
        std::int64_t firstMs = 0; // first print of the day
        std::int64_t lastMs = 0;
        double startedAt = 0.0; // market time of the first print of the day ...
        double seenAt = 0.0;    // ... and of the newest
        double carried = 0.0;   // market time of earlier days that still counts
        double orders = 0.0, in300 = 0.0, in1800 = 0.0;
    };

    double judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    domain::Evidence evidence(const Observation& seen, const ContractState& contract,
                              const UnderlyingState& underlying) const;
    void closeOrder(const Order&, UnderlyingState&) {}
    void forgetOrder(const Order&, UnderlyingState&) {}
    // A counted order lost its only print.
    void forgetPrint(const domain::Trade& trade, bool startedOrder, ContractState& contract,
                     UnderlyingState& underlying);
    static void startDay(ContractState& contract);
    static void startDay(UnderlyingState& underlying);
    static QJsonObject rules();

private:
    struct Window
    {
        double seconds = 0.0, count = 0.0, mean = 0.0, surprise = 0.0;
    };
    Window strongest(const ContractState& contract, const UnderlyingState& underlying,
                     const Observation& seen) const;

    Window m_best; // of the print judged last
};

} // namespace flowglass::detect
