// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/detectors/observation.h"
#include "detect/pricing/blackscholes.h"
#include "detect/pricing/pricestates.h"
#include "detect/stats/calibrator.h"
#include "domain/anomaly.h"

#include <QJsonObject>

#include <cstdint>

namespace flowglass::detect {

// D5: is the print far from what the contract's own implied volatility makes fair? A filter per contract on
// that volatility, and one per underlying on its price (pricing/spotestimate.h), share each print's distance
// from the prediction, so that the underlying's moves, the passing of time and slow moves of volatility are
// explained away, and only what is one contract's own is scored:
//   z = |price - predicted| / sqrt(vega^2 var(vol) + delta^2 var(spot) + noise^2)
// with, for vega, the mean slope over two deviations where the volatility is hardly known;
//   s = 3 log10(1 + z^2/5), plus that of the print before when on the same side within 60 s, up to 3 and up
//   to three times its own: a good print confirms nothing.
// A first print with z > 4 moves nothing (a fat finger must not make the next good print look wrong); a
// second one on the same side does; so does one of another contract that tells of the same move of the
// underlying, with no print between them that tells it stayed. The way back from a jump is no news.
// Single-leg prints are scored, from a contract's second of the day on; multi-leg ones only move the filters,
// at half the trust; crosses and floor trades are ignored. Silent without a spot price.
class PriceDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Price;
    static constexpr Calibrator::Shipped kShipped{1.3, 0.74, -0.1};
    static constexpr Stake kStake = Stake::Contract;
    static constexpr Rests kRests = Rests::OnPrint;

    using ContractState = ContractPrice;
    using UnderlyingState = ChainPrice;

    Finding judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    domain::Evidence evidence(const Observation& seen, const ContractState& contract,
                              const UnderlyingState& underlying) const;
    void explain(const Observation& now, const ContractState& contract, const UnderlyingState& underlying,
                 domain::DetectorExplanation& told) const;
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
        OptionTerms terms;
        OptionValue fair;
        double tick = 0.0;        // dollars
        double unit = 0.0;        // what a spread usually is around this price, dollars
        double volVariance = 0.0; // of the contract's implied volatility, now
        double innovation = 0.0;  // dollars
        double otherVariance = 0.0; // of the innovation, but for that of the volatility
        double variance = 0.0;      // of the innovation
        double z() const;
    };
    Prediction predict(const Observation& seen, const ContractState& contract,
                       const UnderlyingState& underlying) const;
    double slope(const Prediction& made, double vol, const UnderlyingState& underlying) const;
    void begin(const Observation& seen, ContractState& contract, const UnderlyingState& underlying) const;
    bool returns(const Observation& seen, const Prediction& predicted, ContractState& contract,
                 const UnderlyingState& underlying) const;
    bool othersAgree(const Observation& seen, const Prediction& predicted, UnderlyingState& underlying) const;
    bool refutes(std::int64_t now, const Prediction& predicted, const UnderlyingState& underlying) const;
    Finding score(const Observation& seen, const Prediction& predicted, ContractState& contract) const;
    void learn(const Observation& seen, const Prediction& predicted, ContractState& contract,
               UnderlyingState& underlying) const;
    void learnScale(const Prediction& predicted, ContractState& contract, UnderlyingState& underlying) const;

    struct Shown // of the print judged last, for the evidence
    {
        OptionTerms terms;
        double fair = 0.0;
        double vol = 0.0; // that made it fair
        double spot = 0.0;
        domain::SpotSource source = domain::SpotSource::None;
        std::int64_t spotAgeMs = 0;
        int run = 0;
    };
    Shown m_shown;
};

} // namespace flowglass::detect
