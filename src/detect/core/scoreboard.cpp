// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/scoreboard.h"

#include <algorithm>

namespace flowglass::detect {

namespace {

std::array<Calibrator, kDetectors> shippedCalibrators()
{
    return []<std::size_t... I>(std::index_sequence<I...>)
    {
        return std::array<Calibrator, kDetectors>{
            Calibrator(std::tuple_element_t<I, Detectors>::kShipped)...};
    }
    (std::make_index_sequence<kDetectors>{});
}

void startPeriod(Peaks& peaks, domain::UnixMs time, std::int64_t periodMs)
{
    const auto period = std::uint32_t(time.value / periodMs);
    if (period <= peaks.period)
        return;
    peaks = {};
    peaks.period = period;
}

void raise(Peaks& peaks, std::size_t at, double height, AlertRates& rates)
{
    const int bin = AlertRates::binOf(height);
    std::int16_t& highest = peaks.highest[at];
    if (bin <= highest)
        return;
    rates.rise(highest, bin);
    highest = std::int16_t(bin);
}

} // namespace

ScoreBoard::ScoreBoard(const Settings& settings)
    : m_settings(settings), m_budget(settings.flagsPer100k), m_calibrators(shippedCalibrators())
{
}

void ScoreBoard::setSettings(const Settings& settings)
{
    m_settings = settings;
    m_budget.setFlagsPer100k(settings.flagsPer100k);
}

void ScoreBoard::calibrate(Scores& scores, const Stakes& stakes) const
{
    const double least = m_settings.leastPremium.lossyDollars();
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        const double stake = Detector::kStake == Stake::Order      ? stakes.ofOrder
                             : Detector::kStake == Stake::Contract ? stakes.ofContract
                                                                   : stakes.ofUnderlying;
        scores.calibrated[i] = m_calibrators[i].calibrated(scores.raw[i]);
        scores.counts[i] = m_settings.kinds.has(Detector::kKind) && stake >= least;
        double& highest = Detector::kStake == Stake::Underlying ? scores.ofUnderlying : scores.ofContract;
        highest = std::max(highest, scores.counted(i));
    });
}

void ScoreBoard::count(const Scores& scores, domain::UnixMs time, Peaks& contract, Peaks& underlying)
{
    startPeriod(contract, time, kContractPeriodMs);
    startPeriod(underlying, time, kUnderlyingPeriodMs);
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        AlertRates& rates = m_calibrators[i].rates();
        rates.countPrint();
        raise(Detector::kStake == Stake::Underlying ? underlying : contract, i, scores.raw[i], rates);
    });
    m_budget.rates().countPrint();
    raise(contract, kDetectors, scores.ofContract, m_budget.rates());
    raise(underlying, kDetectors, scores.ofUnderlying, m_budget.rates());
}

void ScoreBoard::refresh()
{
    for (Calibrator& calibrator : m_calibrators)
        calibrator.refresh();
    m_budget.refresh();
}

void ScoreBoard::fade()
{
    m_budget.rates().fade();
    for (Calibrator& calibrator : m_calibrators)
        calibrator.rates().fade();
}

} // namespace flowglass::detect
