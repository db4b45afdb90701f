// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/detectors/observation.h"
#include "detect/stats/calibrator.h"
#include "domain/anomaly.h"

#include <QJsonObject>

#include <cstdint>

namespace flowglass::detect {

// D5 without a spot price: is the print far from where the contract's own prints, and the prints of the
// whole chain, put it? Per contract a filter on the price; per underlying a hidden shift (in dollars of
// the underlying) that best explains the innovations of all its contracts, each answering with a delta
// guessed from its own price: delta = p / (p + 0.4 vol K sqrt(T)), which is within a few hundredths of
// the normal model's. So a common move is explained away, and only what is one contract's own is scored:
//   s = 3 log10(1 + z^2/5), plus up to 3 of the print before when on the same side within 60 s.
// A first print with z > 4 moves nothing (a fat finger must not make the next good print look wrong); a
// second one on the same side does; so does one of another contract that tells of the same move.
// Single-leg prints are scored, from a contract's third on; multi-leg ones only move the price, at half
// the trust; crosses and floor trades are ignored.
class PriceDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Price;
    static constexpr Calibrator::Shipped kShipped{1.3, 0.9};
    static constexpr Stake kStake = Stake::Contract;
    static constexpr bool kEachPrint = true;

    // Prices in dollars of the option; variances in squared dollars.
    struct ContractState
    {
        double shiftRef = 0.0; // of the underlying's shift, when `price` was set
        std::int64_t lastMs = 0;
        float price = 0.0F;
        float variance = 0.0F;
        float scale = 0.0F;      // mean distance from the prediction, in units of a usual spread
        float timeValue = 0.0F;  // 0.4 vol K sqrt(T); below 0 for puts
        float lastScore = 0.0F;  // of the print before
        std::uint8_t prints = 0; // up to 255
        std::uint8_t run = 0;    // surprising prints in a row on one side
        std::int8_t side = 0;    // of the print before: above 1, below -1
        bool suspect = false;    // the print before was far off and has moved nothing
    };
    // In dollars of the underlying.
    struct UnderlyingState
    {
        double shift = 0.0;
        double variance = 0.0;
        double spot = 0.0; // roughly: the strike that traded first
        double scale = 1.0;
        std::int64_t lastMs = 0;
        std::int64_t suspectMs = 0;
        std::uint32_t suspectContract = 0;
        std::int8_t suspectSide = 0; // 0 none
    };

    double judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    domain::Evidence evidence(const Observation& seen, const ContractState& contract,
                              const UnderlyingState& underlying) const;
    void closeOrder(const Order&, UnderlyingState&) {}
    void forgetOrder(const Order&, UnderlyingState&) {}
    void forgetPrint(const domain::Trade& trade, bool startedOrder, ContractState& contract,
                     UnderlyingState& underlying);
    static void startDay(ContractState& contract);
    static void startDay(UnderlyingState& underlying);
    static QJsonObject rules();

private:
    struct Prediction
    {
        double price = 0.0, unit = 0.0, delta = 0.0;
        double ownVariance = 0.0, noise = 0.0;
        double innovation = 0.0, variance = 0.0;
        double z() const;
    };
    void begin(const Observation& seen, ContractState& contract, UnderlyingState& underlying) const;
    Prediction predict(const Observation& seen, const ContractState& contract,
                       const UnderlyingState& underlying) const;
    bool othersAgree(const Observation& seen, const Prediction& predicted, UnderlyingState& underlying) const;
    double score(const Observation& seen, const Prediction& predicted, ContractState& contract) const;
    void learn(const Observation& seen, const Prediction& predicted, ContractState& contract,
               UnderlyingState& underlying) const;

    double m_predicted = 0.0; // dollars, for the print judged last
    int m_run = 0;
};

} // namespace flowglass::detect
