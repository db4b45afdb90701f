// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/countedorders.h"
#include "detect/core/repeatedsizes.h"
#include "detect/detectors/observation.h"
#include "detect/stats/calibrator.h"
#include "detect/stats/exactsizes.h"
#include "domain/anomaly.h"

#include <QJsonObject>

namespace flowglass::detect {

// D6: does the same size come again and again? Single-leg orders of three contracts and more, counted as for
// the contract's pace (at most one in 0.5 s), in a window that fades over 300 s. Expected is the contract's
// pace times the chance of that size; the first of them is no repeat and does not count.
class RepeatDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Repeat;
    static constexpr Calibrator::Shipped kShipped{0.65, 0.43, -0.4};
    static constexpr Stake kStake = Stake::Contract;
    static constexpr Rests kRests = Rests::OnPrint;
    static constexpr std::uint32_t kLeastSize = 3;
    static constexpr double kSilentSeconds = 60.0; // after the underlying's first print of the day
    struct ContractState
    {
        RepeatedSizes sizes;
    };
    struct UnderlyingState
    {
    };

    Finding judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    domain::Evidence evidence(const Observation& seen, const ContractState& contract,
                              const UnderlyingState& underlying) const;
    void explain(const Observation& now, const ContractState& contract, const UnderlyingState& underlying,
                 domain::DetectorExplanation& told) const;
    void closeOrder(const Order& order, UnderlyingState& underlying);
    void forgetOrder(const Order& order, UnderlyingState& underlying);
    void forgetPrint(const domain::Trade& trade, bool startedOrder, ContractState& contract,
                     UnderlyingState& underlying);
    static void startDay(ContractState& contract) { contract = {}; }
    static void startDay(UnderlyingState&) {}
    FadingCount scored() const { return m_counted; } // what it scored of the print judged last
    static QJsonObject rules();
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        m_sizes.archive(pipe);
    }

private:
    struct Expected
    {
        double chance = 0.0; // of the size
        double orders = 0.0; // of it, in the window
    };
    Expected expected(const Observation& seen, std::uint32_t size) const;

    ExactSizes m_sizes;
    RepeatedSizes::Entry m_entry; // of the print judged last
    Expected m_expected;
    FadingCount m_counted;
};

} // namespace flowglass::detect
