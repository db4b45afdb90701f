// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/pricedetector.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace flowglass::detect {

namespace {

constexpr double kVol = 0.4; // yearly, of a shape only: an error scales the shift, not its use
constexpr double kYearSeconds = 252.0 * 23'400.0;
constexpr double kDrift = 0.5;      // own drift of a price, units in a root minute
constexpr double kDeltaDoubt = 0.5; // share of an explained move that may be wrong
constexpr double kSuspect = 4.0;    // z
constexpr double kClip = 2.5;       // z that moves the filters at most
constexpr double kConfirmSeconds = 60.0;
constexpr double kConfirmMost = 3.0;
constexpr std::int64_t kAgreeMs = 30'000;
constexpr double kAgreeDelta = 0.1; // contracts below it tell nothing of the underlying
constexpr double kScaleWeight = 0.1;
constexpr double kReopening = 10.0; // units
constexpr double kLeastScale = 0.15;
constexpr double kLeastNoise = 0.6; // ticks: a price cannot say less than one tick up or down
constexpr int kFirstScored = 3;
constexpr double kRunScore = 1.0; // of a print that counts as one of a run

double toThreeQuarters(double x)
{
    const double root = std::sqrt(x);
    return root * std::sqrt(root);
}

double dollars(const Observation& seen)
{
    return seen.trade.price.lossyDollars();
}
double noiseFactor(const Observation& seen)
{
    return seen.printClass == PrintClass::MultiLeg ? 2.0 : 1.0;
}
double clipped(double x, double most)
{
    return std::clamp(x, -most, most);
}

double tickOf(double price)
{
    return price < 3.0 ? 0.01 : 0.05;
}

// What a spread usually is around this price.
double unitOf(double price)
{
    return 0.7 * tickOf(price) + 0.012 * toThreeQuarters(price);
}

} // namespace

double PriceDetector::Prediction::z() const
{
    return std::fabs(innovation) / std::sqrt(variance);
}

double PriceDetector::judge(const Observation& seen, ContractState& contract, UnderlyingState& underlying)
{
    if (seen.printClass == PrintClass::CrossFloor)
        return 0.0;
    const std::int64_t now = seen.trade.time().value;
    if (underlying.spot <= 0.0) {
        underlying.spot = seen.symbol.lossyStrike();
        underlying.lastMs = now;
    }
    const double quiet = std::max(0.0, double(now - underlying.lastMs) / 1000.0);
    underlying.variance += std::pow(kVol * underlying.spot, 2) * quiet / kYearSeconds;
    underlying.lastMs = std::max(underlying.lastMs, now);
    if (contract.prints == 0) {
        begin(seen, contract, underlying);
        return 0.0;
    }
    if (seen.reopens) // a halt ends with news: what was known of the price is worth little
        contract.variance += float(std::pow(kReopening * unitOf(double(contract.price)), 2));
    Prediction predicted = predict(seen, contract, underlying);
    if (predicted.z() > kSuspect && othersAgree(seen, predicted, underlying))
        predicted = predict(seen, contract, underlying);
    const double surprise = score(seen, predicted, contract);
    m_predicted = predicted.price;
    m_run = contract.run;
    learn(seen, predicted, contract, underlying);
    return surprise;
}

void PriceDetector::begin(const Observation& seen, ContractState& contract, UnderlyingState& underlying) const
{
    const double price = dollars(seen);
    const double days = std::max(0.3, double(seen.symbol.expiryDay - seen.moment.day));
    const double sign = seen.symbol.right == domain::Right::Call ? 1.0 : -1.0;
    const double spread = 2.0 * noiseFactor(seen) * unitOf(price);
    contract.timeValue =
        float(sign * 0.4 * kVol * std::max(0.5, seen.symbol.lossyStrike()) * std::sqrt(days / 365.0));
    contract.shiftRef = underlying.shift;
    contract.lastMs = seen.trade.time().value;
    contract.price = float(price);
    contract.variance = float(spread * spread);
    contract.scale = float(underlying.scale);
    contract.prints = 1;
}

PriceDetector::Prediction PriceDetector::predict(const Observation& seen, const ContractState& contract,
                                                 const UnderlyingState& underlying) const
{
    const double from = contract.price;
    const double minutes = std::max(0.0, double(seen.trade.time().value - contract.lastMs) / 60'000.0);
    Prediction made;
    made.delta = from / (from + std::fabs(double(contract.timeValue)));
    made.delta = contract.timeValue < 0.0F ? -made.delta : made.delta;
    const double explained = made.delta * (underlying.shift - contract.shiftRef);
    made.price = std::max(0.005, from + explained);
    made.unit = unitOf(made.price);
    made.ownVariance = double(contract.variance) + std::pow(kDrift * made.unit, 2) * minutes +
                       std::pow(kDeltaDoubt * explained, 2);
    made.noise = noiseFactor(seen) *
                 std::max(1.25 * double(contract.scale) * made.unit, kLeastNoise * tickOf(made.price));
    made.innovation = dollars(seen) - made.price;
    made.variance =
        made.ownVariance + made.delta * made.delta * underlying.variance + made.noise * made.noise;
    return made;
}

// Two contracts that are both far off in the way one move of the underlying would put them: it moved.
bool PriceDetector::othersAgree(const Observation& seen, const Prediction& predicted,
                                UnderlyingState& underlying) const
{
    if (std::fabs(predicted.delta) < kAgreeDelta || seen.printClass != PrintClass::SingleLeg)
        return false;
    const std::int64_t now = seen.trade.time().value;
    const double move = predicted.innovation / predicted.delta;
    const auto side = std::int8_t(move > 0.0 ? 1 : -1);
    const bool agree = underlying.suspectSide == side &&
                       underlying.suspectContract != seen.trade.contract.value &&
                       now - underlying.suspectMs < kAgreeMs;
    underlying.suspectMs = now;
    underlying.suspectContract = seen.trade.contract.value;
    underlying.suspectSide = side;
    if (agree)
        underlying.variance += 0.5 * move * move;
    return agree;
}

double PriceDetector::score(const Observation& seen, const Prediction& predicted,
                            ContractState& contract) const
{
    if (seen.printClass != PrintClass::SingleLeg)
        return 0.0;
    const double z = predicted.z();
    const double alone = 3.0 * std::log1p(z * z / 5.0) / std::numbers::ln10;
    const std::int8_t side = predicted.innovation > 0.0 ? 1 : -1;
    const double seconds = double(seen.trade.time().value - contract.lastMs) / 1000.0;
    const bool sameSide = side == contract.side;
    const bool confirms = sameSide && seconds < kConfirmSeconds;
    const double surprise = alone + (confirms ? std::min(kConfirmMost, double(contract.lastScore)) : 0.0);
    const bool counts = alone >= kRunScore;
    contract.run = std::uint8_t(!counts ? 0 : sameSide ? std::min(contract.run + 1, 255) : 1);
    contract.side = side;
    contract.lastScore = float(alone);
    return contract.prints + 1 >= kFirstScored ? surprise : 0.0;
}

void PriceDetector::learn(const Observation& seen, const Prediction& predicted, ContractState& contract,
                          UnderlyingState& underlying) const
{
    const std::int64_t now = seen.trade.time().value;
    const bool far = predicted.z() > kSuspect;
    contract.lastMs = std::max(contract.lastMs, now);
    contract.prints = std::uint8_t(std::min(contract.prints + 1, 255));
    if (far && !(contract.suspect && contract.run > 1)) {
        contract.suspect = true;
        contract.variance = float(predicted.ownVariance);
        contract.price = float(predicted.price);
        contract.shiftRef = underlying.shift;
        return;
    }
    contract.suspect = false;
    const double r = predicted.innovation;
    const double own = predicted.ownVariance + (far ? 0.5 * r * r : 0.0);
    const double all = predicted.variance + (far ? 0.5 * r * r : 0.0);
    const double step = clipped(r, kClip * std::sqrt(all));
    const double gain = own / all;
    const double shiftGain = far ? 0.0 : predicted.delta * underlying.variance / all;
    underlying.shift += shiftGain * step;
    underlying.variance *= std::max(0.02, 1.0 - shiftGain * predicted.delta);
    contract.price = float(std::max(0.005, predicted.price + (gain + predicted.delta * shiftGain) * step));
    contract.variance = float(own * std::max(0.02, 1.0 - gain));
    contract.shiftRef = underlying.shift;
    if (seen.printClass != PrintClass::SingleLeg)
        return;
    const double distance = std::min(std::fabs(r) / predicted.unit, 4.0 * double(contract.scale));
    contract.scale = std::max(float(kLeastScale),
                              contract.scale + float(kScaleWeight * (distance - double(contract.scale))));
    underlying.scale += 0.01 * (std::min(distance, 4.0 * underlying.scale) - underlying.scale);
    underlying.scale = std::max(kLeastScale, underlying.scale);
}

domain::Evidence PriceDetector::evidence(const Observation& seen, const ContractState& contract,
                                         const UnderlyingState&) const
{
    domain::Evidence evidence;
    evidence.kind = kKind;
    evidence.value = dollars(seen);
    evidence.baseline = m_predicted;
    evidence.seen = contract.prints;
    evidence.contractSeen = contract.prints;
    evidence.prints = std::max(1, m_run);
    return evidence;
}

// A far print that moved nothing leaves only the suspicion behind.
void PriceDetector::forgetPrint(const domain::Trade&, bool, ContractState& contract, UnderlyingState&)
{
    contract.suspect = false;
    contract.run = 0;
    contract.lastScore = 0.0F;
}

// The night may have moved everything: the next print sets the price anew.
void PriceDetector::startDay(ContractState& contract)
{
    const float scale = contract.scale;
    contract = {};
    contract.scale = scale;
}

void PriceDetector::startDay(UnderlyingState& underlying)
{
    const double scale = underlying.scale;
    underlying = {};
    underlying.scale = scale;
}

QJsonObject PriceDetector::rules()
{
    return {{QStringLiteral("unit"), QStringLiteral("0.7 tick + 0.012 price^0.75")},
            {QStringLiteral("suspect_z"), kSuspect},
            {QStringLiteral("confirm_s"), kConfirmSeconds},
            {QStringLiteral("confirm_most"), kConfirmMost},
            {QStringLiteral("drift_units_per_root_minute"), kDrift},
            {QStringLiteral("delta_doubt"), kDeltaDoubt},
            {QStringLiteral("first_scored_print"), kFirstScored},
            {QStringLiteral("spot"), QStringLiteral("none: a common shift of the chain")}};
}

} // namespace flowglass::detect
