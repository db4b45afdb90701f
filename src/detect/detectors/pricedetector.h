// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/detectors/observation.h"
#include "detect/pricing/blackscholes.h"
#include "detect/pricing/spotestimate.h"
#include "detect/pricing/ticksize.h"
#include "detect/stats/calibrator.h"
#include "domain/anomaly.h"

#include <QJsonObject>

#include <algorithm>
#include <cstdint>

namespace flowglass::detect {

// D5: is the print far from what the contract's own implied volatility makes fair? A filter per contract on
// that volatility, and one per underlying on its price (pricing/spotestimate.h), share each print's distance
// from the prediction, so that the underlying's moves, the passing of time and slow moves of volatility are
// explained away, and only what is one contract's own is scored:
//   z = |price - predicted| / sqrt(vega^2 var(vol) + delta^2 var(spot) + noise^2)
//   s = 3 log10(1 + z^2/5), plus up to 3 of the print before when on the same side within 60 s.
// A first print with z > 4 moves nothing (a fat finger must not make the next good print look wrong); a
// second one on the same side does; so does one of another contract that tells of the same move of the
// underlying. Single-leg prints are scored, from a contract's second of the day on; multi-leg ones only
// move the filters, at half the trust; crosses and floor trades are ignored. Silent without a spot price.
class PriceDetector
{
public:
    static constexpr domain::AnomalyKind kKind = domain::AnomalyKind::Price;
    static constexpr Calibrator::Shipped kShipped{1.3, 0.74, -0.1};
    static constexpr Stake kStake = Stake::Contract;
    static constexpr bool kEachPrint = true;

    struct ContractState
    {
        float vol = 0.0F; // implied, of a year; 0: never printed
        float variance = 0.0F;
        float spotRef = 0.0F;     // dollars: of the underlying, at the newest print
        float scale = 0.0F;       // mean distance from the prediction, in units of a usual spread
        float lastScore = 0.0F;   // of the print before
        std::uint32_t second = 0; // since the epoch, of the newest print
        float volBefore = 0.0F;       // a jump; 0: none lately
        std::uint32_t jumpSecond = 0; // of the jump
        std::uint8_t prints = 0;  // of the day, up to 255
        std::uint8_t run = 0;     // surprising prints in a row on one side
        std::int8_t side = 0;     // of the print before: above 1, below -1
        bool suspect = false;     // the print before was far off and has moved nothing
        template <class Pipe>
        void archive(Pipe& pipe)
        {
            pipe(vol), pipe(variance), pipe(scale);
            variance = std::max(0.0F, variance);
        }
    };
    static_assert(sizeof(ContractState) <= 40);
    struct UnderlyingState
    {
        SpotEstimate spot;
        TickSize ticks;
        double scale = 1.0;
        std::int64_t suspectMs = 0;
        double suspectMove = 0.0; // of the underlying, that would explain it; dollars, 0 none
        std::uint32_t suspectContract = 0;
        template <class Pipe>
        void archive(Pipe& pipe)
        {
            spot.archive(pipe);
            ticks.archive(pipe);
            pipe(scale);
        }
    };

    double judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    domain::Evidence evidence(const Observation& seen, const ContractState& contract,
                              const UnderlyingState& underlying) const;
    domain::NotJudged explain(const Observation& now, const ContractState& contract,
                              const UnderlyingState& underlying, domain::DetectorExplanation& told) const;
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
        double variance = 0.0;    // of the innovation
        double z() const;
    };
    Prediction predict(const Observation& seen, const ContractState& contract, const UnderlyingState& underlying) const;
    void begin(const Observation& seen, ContractState& contract, const UnderlyingState& underlying) const;
    bool returns(const Observation& seen, const Prediction& predicted, ContractState& contract, const UnderlyingState& underlying) const;
    bool othersAgree(const Observation& seen, const Prediction& predicted, UnderlyingState& underlying) const;
    double score(const Observation& seen, const Prediction& predicted, ContractState& contract) const;
    void learn(const Observation& seen, const Prediction& predicted, ContractState& contract, UnderlyingState& underlying) const;
    void learnScale(const Prediction& predicted, ContractState& contract, UnderlyingState& underlying) const;

    struct Shown // of the print judged last, for the evidence
    {
        OptionTerms terms;
        double fair = 0.0, vol = 0.0, spot = 0.0; // the volatility made it fair
        domain::SpotSource source = domain::SpotSource::None;
        std::int64_t spotAgeMs = 0;
        int run = 0;
    };
    Shown m_shown;
};

} // namespace flowglass::detect
