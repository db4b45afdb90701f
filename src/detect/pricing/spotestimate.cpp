// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/pricing/spotestimate.h"

#include "detect/pricing/blackscholes.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

namespace {

constexpr double kYearSeconds = 252.0 * 23'400.0; // in which an underlying moves by its yearly volatility
constexpr double kNight = 0.02;                   // sd of what a night may do, relative
constexpr double kCarry = 0.03;                   // a year, relative: interest and dividends, not modelled
constexpr double kFarthest = 0.2;                 // |log(spot/strike)|: beyond it, early exercise matters
constexpr double kWorst = 0.015;                  // relative sd that will do to begin with

double square(double x)
{
    return x * x;
}

} // namespace

void SpotEstimate::age(std::int64_t nowMs)
{
    if (nowMs <= m_agedMs)
        return;
    if (isKnown() && m_agedMs != 0)
        m_variance += square(double(m_vol) * m_price) * double(nowMs - m_agedMs) / 1000.0 / kYearSeconds;
    m_agedMs = nowMs;
}

void SpotEstimate::startDay()
{
    m_pairs = {};
    m_agedMs = 0; // what the night may do is in the variance
    m_variance = isKnown() ? square(kNight * m_price) : 0.0;
}

void SpotEstimate::offer(const Leg& leg)
{
    const auto second = std::uint32_t(leg.ms / 1000);
    const std::size_t side = leg.symbol.right == domain::Right::Call ? 0 : 1;
    Pair* place = &m_pairs.front();
    for (Pair& pair : m_pairs) {
        if (pair.newest() > 0 && pair.expiryDay == leg.symbol.expiryDay &&
            pair.strikeMils == leg.symbol.strikeMils) {
            place = &pair;
            break;
        }
        if (pair.newest() < place->newest())
            place = &pair;
    }
    if (place->expiryDay != leg.symbol.expiryDay || place->strikeMils != leg.symbol.strikeMils)
        *place = {leg.symbol.expiryDay, leg.symbol.strikeMils, {}, {}};
    place->price[side] = float(leg.price);
    place->second[side] = second;
    if (place->second[1 - side] != 0)
        begin(*place, leg);
}

void SpotEstimate::begin(const Pair& pair, const Leg& leg)
{
    const double strike = leg.symbol.lossyStrike();
    const double spot = strike + double(pair.price[0]) - double(pair.price[1]);
    if (!(spot > 0.0) || std::fabs(std::log(spot / strike)) > kFarthest)
        return;
    const double apart = std::fabs(double(pair.second[0]) - double(pair.second[1]));
    const double variance = 2.0 * square(leg.noise) + square(double(m_vol) * spot) * apart / kYearSeconds +
                            square(kCarry * leg.years * spot);
    if (variance > square(kWorst * spot))
        return;
    m_price = spot;
    m_variance = variance;
    m_agedMs = std::max(m_agedMs, leg.ms);
    m_informedMs = leg.ms;
    m_source = domain::SpotSource::Parity;
    const double vol =
        impliedVol(leg.price, spot, {strike, leg.years, leg.symbol.right == domain::Right::Call});
    if (vol > 0.0)
        m_vol = float(std::clamp(vol, 0.05, 3.0));
}

void SpotEstimate::move(double dollars, double varianceLeft, std::int64_t nowMs)
{
    m_price = std::max(0.01, m_price + dollars);
    m_variance = varianceLeft;
    if (nowMs >= m_informedMs) {
        m_informedMs = nowMs;
        m_source = domain::SpotSource::Chain;
    }
}

} // namespace flowglass::detect
