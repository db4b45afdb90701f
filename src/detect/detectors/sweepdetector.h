// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/detectors/observation.h"
#include "detect/stats/calibrator.h"
#include "detect/stats/venuecounts.h"
#include "domain/anomaly.h"

#include <QJsonObject>

namespace flowglass::detect {

// D2: one order taken from several exchanges at once. Size surprise plus half of -log10 P(an order of
// this underlying hits at least so many exchanges). Single-leg orders on two exchanges or more.
class SweepDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Sweep;
    static constexpr Calibrator::Shipped kShipped{3, 1, 0.4};
    static constexpr Stake kStake = Stake::Order;
    static constexpr Rests kRests = Rests::OnOrder;
    static constexpr double kVenueWeight = 0.5;
    struct ContractState
    {
    };
    struct UnderlyingState
    {
        VenueCounts venues;
        template <class Pipe>
        void archive(Pipe& pipe)
        {
            venues.archive(pipe);
        }
    };

    Finding judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    domain::Evidence evidence(const Observation& seen, const ContractState& contract,
                              const UnderlyingState& underlying) const;
    void explain(const Observation& now, const ContractState& contract, const UnderlyingState& underlying,
                 domain::DetectorExplanation& told) const;
    void closeOrder(const Order& order, UnderlyingState& underlying);
    void forgetOrder(const Order& order, UnderlyingState& underlying);
    void forgetPrint(const domain::Trade&, bool, ContractState&, UnderlyingState&) {}
    static void startDay(ContractState&) {}
    static void startDay(UnderlyingState&) {}
    static QJsonObject rules();
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        m_market.archive(pipe);
    }

private:
    double venueTail(int venues, const UnderlyingState& underlying) const;

    VenueCounts m_market;
};

} // namespace flowglass::detect
