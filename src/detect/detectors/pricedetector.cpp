// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/pricedetector.h"

#include "detect/pricing/volfilter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace flowglass::detect {

using domain::NotJudged;

namespace {

constexpr double kFirstVol = 0.3;   // doubt of a contract's first volatility, relative to the chain's
constexpr double kWide = 0.05;      // deviation of a volatility that is hardly known, relative
constexpr double kNightVol = 0.1;   // what a night may do to a volatility, relative
constexpr double kVolDrift = 0.003; // of a volatility in a root minute, relative
constexpr double kSmile = 0.15;     // of a volatility with the logarithm of the spot, per root year
constexpr double kSuspect = 4.0;    // z
constexpr double kRefutes = 2.0;    // z
constexpr double kClip = 2.0;       // z that moves the filters at most
constexpr double kConfirmSeconds = 60.0;
constexpr double kConfirmMost = 3.0;
constexpr double kConfirmOwn = 3.0; // of its own score: a good print confirms nothing
constexpr std::int64_t kAgreeMs = 30'000;
constexpr std::int64_t kJumpSeconds = 1'800; // in which a jump may be taken back
constexpr double kAgreeRatio = 2.5;          // of the moves that two contracts tell of
constexpr double kAgreeDelta = 0.1;          // contracts below it tell nothing of the underlying
constexpr double kScaleWeight = 0.05;
constexpr double kReopening = 0.2;  // what a halt may do to a volatility, relative
constexpr double kLeastScale = 0.15;
constexpr double kLeastNoise = 0.9; // ticks: a price cannot say less than one tick up or down
constexpr std::uint32_t kFirstScored = 2;
constexpr int kMostRun = 65'535; // that fits
constexpr double kRunScore = 1.0; // of a print that counts as one of a run

double square(double x)
{
    return x * x;
}

double dollars(const Observation& seen)
{
    return seen.trade.price.lossyDollars();
}

double noiseFactor(const Observation& seen)
{
    return seen.printClass == PrintClass::MultiLeg ? 2.0 : 1.0;
}

double unitOf(double price, double tick)
{
    const double root = std::sqrt(price);
    return 0.7 * tick + 0.012 * root * std::sqrt(root);
}

bool isAuction(const Observation& seen)
{
    return !seen.trade.conditions.isEmpty() && domain::traitsOf(seen.trade.conditions).auction;
}

OptionTerms termsOf(const Observation& seen)
{
    constexpr double kDaySeconds = 86'400.0;
    constexpr double kCloseSeconds = 57'600.0; // 16:00 in New York
    const double days = double(seen.symbol.expiryDay - seen.moment.day);
    const double seconds = days * kDaySeconds + kCloseSeconds - seen.moment.secondOfDay;
    return {seen.symbol.lossyStrike(), seconds / (365.0 * kDaySeconds),
            seen.symbol.right == domain::Right::Call};
}

// Below what it would bring at once, which no volatility explains: deep in the money the strike's interest does,
// where an option cannot be exercised early or the underlying was told by another expiry.
bool interestExplains(double price, double spot, const OptionTerms& terms)
{
    const double intrinsic = terms.call ? spot - terms.strike : terms.strike - spot;
    return price < intrinsic && intrinsic - price < interestAllowance(terms);
}

} // namespace

double PriceDetector::Prediction::z() const
{
    return std::fabs(innovation) / std::sqrt(variance);
}

Finding PriceDetector::judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying)
{
    if (seen.printClass == PrintClass::CrossFloor)
        return NotJudged::PackageOrCross;
    const std::int64_t now = seen.trade.time().value;
    if (seen.printClass == PrintClass::SingleLeg && !isAuction(seen))
        underlying.ticks.see(seen.trade.price);
    SpotEstimate& spot = underlying.spot;
    spot.age(now);
    if (!spot.isKnown()) {
        const double price = dollars(seen);
        const double noise =
            noiseFactor(seen) * 1.25 * underlying.scale * unitOf(price, underlying.ticks.at(price));
        spot.offer({seen.symbol, price, noise, termsOf(seen).years, now});
        if (!spot.isKnown())
            return seen.printClass == PrintClass::SingleLeg ? NotJudged::NoSpot : NotJudged::PackageOrCross;
    }
    if (contract.prints == 0)
        begin(seen, contract, underlying);
    if (seen.reopens) // a halt ends with news
        contract.variance += float(square(kReopening * double(contract.vol)));
    Prediction predicted = predict(seen, contract, underlying);
    if (contract.volBefore > 0.0F && returns(seen, predicted, contract, underlying))
        predicted = predict(seen, contract, underlying);
    if (predicted.z() > kSuspect && othersAgree(seen, predicted, underlying))
        predicted = predict(seen, contract, underlying);
    if (seen.printClass == PrintClass::SingleLeg && refutes(now, predicted, underlying))
        underlying.suspectMove = 0.0;
    if (interestExplains(dollars(seen), spot.price(), predicted.terms))
        return seen.printClass == PrintClass::SingleLeg ? NotJudged::Interest : NotJudged::PackageOrCross;
    const Finding found = score(seen, predicted, contract);
    m_shown = {predicted.terms, predicted.fair.price, double(contract.vol),
               spot.price(),    spot.source(),        std::max<std::int64_t>(0, now - spot.informedMs()),
               contract.run};
    learn(seen, predicted, contract, underlying);
    return found;
}

// Its volatility is the chain's, within limits, or that of the day before; its first print says more.
void PriceDetector::begin(const Observation& seen, ContractState& contract,
                          const UnderlyingState& underlying) const
{
    if (contract.vol <= 0.0F) {
        contract.vol = float(underlying.spot.vol());
        contract.variance = float(square(kFirstVol * underlying.spot.vol()));
    } else {
        contract.variance += float(square(kNightVol * double(contract.vol)));
    }
    if (contract.scale <= 0.0F)
        contract.scale = float(underlying.scale);
    contract.spotRef = float(underlying.spot.price());
    contract.second = std::uint32_t(seen.trade.time().value / 1000);
}

PriceDetector::Prediction PriceDetector::predict(const Observation& seen, const ContractState& contract,
                                                 const UnderlyingState& underlying) const
{
    const double vol = contract.vol;
    const auto second = std::uint32_t(seen.trade.time().value / 1000);
    const double minutes = double(second > contract.second ? second - contract.second : 0U) / 60.0;
    Prediction made;
    made.terms = termsOf(seen);
    made.fair = blackScholes(underlying.spot.price(), vol, made.terms);
    made.fair.price = std::max(0.005, made.fair.price);
    made.tick = underlying.ticks.at(made.fair.price);
    made.unit = unitOf(made.fair.price, made.tick);
    const double moved = std::log(underlying.spot.price() / double(contract.spotRef));
    made.volVariance = double(contract.variance) + square(vol * kVolDrift) * minutes +
                       square(kSmile * moved) / std::max(0.003, made.terms.years);
    const double noise =
        noiseFactor(seen) * std::max(double(contract.scale) * made.unit, kLeastNoise * made.tick);
    made.innovation = dollars(seen) - made.fair.price;
    made.otherVariance = square(made.fair.delta) * underlying.spot.variance() + square(noise);
    made.variance = made.otherVariance + square(slope(made, vol, underlying)) * made.volVariance;
    return made;
}

// Dollars for a volatility of 1.0. Where it is hardly known a price is no straight line in it: the mean over
// twice its deviation, on the side where the print is.
double PriceDetector::slope(const Prediction& made, double vol, const UnderlyingState& underlying) const
{
    if (made.volVariance < square(kWide * vol))
        return made.fair.vega;
    const double away =
        std::max(kLeastVol, vol + std::copysign(2.0 * std::sqrt(made.volVariance), made.innovation));
    if (std::fabs(away - vol) < 1e-6) // at the least there is
        return made.fair.vega;
    const double price = blackScholes(underlying.spot.price(), away, made.terms).price;
    return std::max(made.fair.vega, (price - made.fair.price) / (away - vol));
}

// After a jump, a print that fits the volatility from before it better: the jump is over, and that is no
// news.
bool PriceDetector::returns(const Observation& seen, const Prediction& predicted, ContractState& contract,
                            const UnderlyingState& underlying) const
{
    if (seen.trade.time().value / 1000 > std::int64_t(contract.jumpSecond) + kJumpSeconds) {
        contract.volBefore = 0.0F;
        return false;
    }
    const double before =
        blackScholes(underlying.spot.price(), double(contract.volBefore), predicted.terms).price;
    if (std::fabs(dollars(seen) - before) >= std::fabs(predicted.innovation))
        return false;
    contract.vol = contract.volBefore;
    contract.volBefore = 0.0F;
    return true;
}

// Two contracts that are both far off in the way one move of the underlying would put them: it moved.
bool PriceDetector::othersAgree(const Observation& seen, const Prediction& predicted,
                                UnderlyingState& underlying) const
{
    if (std::fabs(predicted.fair.delta) < kAgreeDelta || seen.printClass != PrintClass::SingleLeg)
        return false;
    const std::int64_t now = seen.trade.time().value;
    const double move = predicted.innovation / predicted.fair.delta;
    const double ratio = underlying.suspectMove != 0.0 ? move / underlying.suspectMove : 0.0;
    const bool agree = ratio > 1.0 / kAgreeRatio && ratio < kAgreeRatio &&
                       underlying.suspectContract != seen.trade.contract.value &&
                       now - underlying.suspectMs < kAgreeMs;
    underlying.suspectMs = now;
    underlying.suspectContract = seen.trade.contract.value;
    underlying.suspectMove = move;
    if (agree)
        underlying.spot.doubt(0.5 * move * move);
    return agree;
}

// A print that is where it should be, and could not be if the underlying had moved: it has not.
bool PriceDetector::refutes(std::int64_t now, const Prediction& predicted, const UnderlyingState& underlying) const
{
    if (now < underlying.suspectMs)
        return false; // from before it
    const double wouldBe = predicted.fair.delta * underlying.suspectMove;
    return square(wouldBe) > square(kSuspect) * predicted.variance && predicted.z() < kRefutes;
}

Finding PriceDetector::score(const Observation& seen, const Prediction& predicted,
                            ContractState& contract) const
{
    if (seen.printClass != PrintClass::SingleLeg)
        return NotJudged::PackageOrCross;
    const double z = predicted.z();
    const double alone = 3.0 * std::log1p(z * z / 5.0) / std::numbers::ln10;
    const std::int8_t side = predicted.innovation > 0.0 ? 1 : -1;
    const double seconds = double(seen.trade.time().value) / 1000.0 - double(contract.second);
    const bool sameSide = side == contract.side;
    const bool confirms = sameSide && seconds < kConfirmSeconds;
    const double before = std::min({kConfirmMost, double(contract.lastScore), kConfirmOwn * alone});
    const double surprise = alone + (confirms ? before : 0.0);
    const bool counts = alone >= kRunScore;
    contract.run = std::uint16_t(!counts ? 0 : sameSide ? std::min(contract.run + 1, kMostRun) : 1);
    contract.side = side;
    contract.lastScore = float(alone);
    if (contract.prints + 1 < kFirstScored)
        return NotJudged::FirstPrint;
    return surprise;
}

void PriceDetector::learn(const Observation& seen, const Prediction& predicted, ContractState& contract,
                          UnderlyingState& underlying) const
{
    SpotEstimate& spot = underlying.spot;
    const bool far = predicted.z() > kSuspect;
    const bool confirmed = contract.suspect && contract.run > 1;
    contract.second = std::max(contract.second, std::uint32_t(seen.trade.time().value / 1000));
    ++contract.prints;
    contract.variance = float(predicted.volVariance);
    contract.spotRef = float(spot.price());
    contract.suspect = far && !confirmed;
    if (contract.suspect)
        return;
    const OptionValue& fair = predicted.fair;
    // Two in a row on one side: the volatility has moved, by about as much as they say.
    if (far && contract.volBefore <= 0.0F) {
        contract.volBefore = contract.vol;
        contract.jumpSecond = contract.second;
    }
    const double widened = far ? 0.5 * square(predicted.innovation) : 0.0;
    const double all = predicted.variance + widened;
    const double step = std::clamp(predicted.innovation, -kClip * std::sqrt(all), kClip * std::sqrt(all));
    const double ofVol = square(std::max(leastVega(predicted.terms), fair.vega));
    const VolGuess held{contract.vol, predicted.volVariance + widened / ofVol};
    const VolReading reading{predicted.terms, spot.price(), fair, fair.price + step, predicted.otherVariance};
    const VolGuess next = agreed(held, reading);
    contract.vol = float(next.vol);
    contract.variance = float(std::min(square(next.vol), next.variance));
    if (!far) {
        const double spotGain = fair.delta * spot.variance() / all;
        spot.move(spotGain * step, spot.variance() * std::max(0.02, 1.0 - spotGain * fair.delta),
                  seen.trade.time().value);
        contract.spotRef = float(spot.price());
    }
    if (seen.printClass == PrintClass::SingleLeg)
        learnScale(predicted, contract, underlying);
    if (std::fabs(fair.delta) > 0.25 && std::fabs(fair.delta) < 0.75)
        spot.learnVol(contract.vol);
}

void PriceDetector::learnScale(const Prediction& predicted, ContractState& contract,
                               UnderlyingState& underlying) const
{
    const double units = std::fabs(predicted.innovation) / predicted.unit;
    const double own = contract.scale;
    contract.scale = float(std::max(kLeastScale, own + kScaleWeight * (std::min(units, 4.0 * own) - own)));
    const double all = underlying.scale;
    underlying.scale = std::max(kLeastScale, all + 0.01 * (std::min(units, 4.0 * all) - all));
}

domain::Evidence PriceDetector::evidence(const Observation& seen, const ContractState& contract,
                                         const UnderlyingState&) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    evidence.value = dollars(seen);
    evidence.baseline = m_shown.fair;
    evidence.seen = contract.prints;
    evidence.contractSeen = contract.prints;
    evidence.prints = std::max(1, m_shown.run);
    evidence.volBefore = m_shown.vol;
    evidence.volAfter = impliedVol(dollars(seen), m_shown.spot, m_shown.terms);
    evidence.spot = m_shown.spot;
    evidence.spotSource = m_shown.source;
    evidence.spotAge = std::chrono::milliseconds(m_shown.spotAgeMs);
    return evidence;
}

// A far print that moved nothing leaves only the suspicion behind.
void PriceDetector::forgetPrint(const domain::Trade&, bool, ContractState& contract, UnderlyingState&)
{
    contract.suspect = false;
    contract.run = 0;
    contract.lastScore = 0.0F;
}

// Volatility and spread are a fair guess for the next morning; the prints of the night are forgotten.
void PriceDetector::startDay(ContractState& contract)
{
    ContractState next;
    next.vol = contract.vol;
    next.variance = contract.variance;
    next.scale = contract.scale;
    contract = next;
}

void PriceDetector::startDay(UnderlyingState& underlying)
{
    underlying.spot.startDay();
    underlying.suspectMove = 0.0;
}

void PriceDetector::explain(const Observation& now, const ContractState& contract, const UnderlyingState& underlying,
                            domain::DetectorExplanation& told) const
{
    if (now.printClass != PrintClass::SingleLeg)
        return;
    told.value = dollars(now);
    told.contractSeen = contract.prints;
    if (underlying.spot.isKnown() && contract.vol > 0.0F)
        told.baseline = blackScholes(underlying.spot.price(), double(contract.vol), termsOf(now)).price;
}

QJsonObject PriceDetector::rules()
{
    return {{QStringLiteral("unit"), QStringLiteral("0.7 tick + 0.012 price^0.75")},
            {QStringLiteral("suspect_z"), kSuspect},
            {QStringLiteral("confirm_s"), kConfirmSeconds},
            {QStringLiteral("confirm_most"), kConfirmMost},
            {QStringLiteral("vol_drift_per_root_minute"), kVolDrift},
            {QStringLiteral("smile_per_root_year"), kSmile},
            {QStringLiteral("first_scored_print"), int(kFirstScored)},
            {QStringLiteral("spot"), QStringLiteral("from the tape: put-call parity, then the chain")}};
}

} // namespace flowglass::detect
