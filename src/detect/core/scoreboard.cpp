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
    const std::uint32_t newest = peaks.alert;
    peaks = {};
    peaks.period = period;
    peaks.alert = newest;
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

// What is below the log's floor stays counted as it was.
void ScoreBoard::setSettings(const Settings& settings, const AlertLog& alerts)
{
    if (settings.kinds != m_settings.kinds || settings.leastPremium != m_settings.leastPremium) {
        m_budget.rates().recount(alerts.heights(settings), alerts.firstBin());
        ++m_number;
    }
    m_settings = settings;
    m_budget.setFlagsPer100k(settings.flagsPer100k);
}

Outlook ScoreBoard::outlook(const Settings& settings, const AlertLog& alerts) const
{
    ScoreBoard then = *this;
    then.setSettings(settings, alerts);
    const double threshold = then.m_budget.thresholdAt(settings.flagsPer100k);
    return {threshold, alerts.merged(settings, threshold), threshold < alerts.floor(), alerts.prints()};
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
        scores.stakes[i] = stake;
        scores.counts[i] = m_settings.kinds.has(Detector::kKind) && stake >= least;
        scores.highest = std::max(scores.highest, scores.calibrated[i]);
        double& highest = Detector::kStake == Stake::Underlying ? scores.ofUnderlying : scores.ofContract;
        highest = std::max(highest, scores.counted(i));
    });
}

void ScoreBoard::count(const Scores& scores, domain::UnixMs time, Peaks& contract, Peaks& underlying, AlertLog& alerts)
{
    startPeriod(contract, time, kContractPeriodMs);
    startPeriod(underlying, time, kUnderlyingPeriodMs);
    recombine(contract, alerts);
    recombine(underlying, alerts);
    alerts.countPrint();
    if (scores.highest >= alerts.floor())
        keep(scores, contract, underlying, alerts);
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

// A detector that has said no more than this already in the period, at no less money, is left out by the log.
void ScoreBoard::keep(const Scores& scores, Peaks& contract, Peaks& underlying, AlertLog& alerts) const
{
    const double floor = alerts.floor();
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        if (scores.calibrated[i] < floor)
            return;
        Peaks& peaks = Detector::kStake == Stake::Underlying ? underlying : contract;
        peaks.alert = alerts.add(peaks.alert, peaks.period, Detector::kKind, scores.calibrated[i], scores.stakes[i]);
    });
}

// The settings changed while the period ran: what was counted of it counts by them.
void ScoreBoard::recombine(Peaks& peaks, const AlertLog& alerts) const
{
    if (peaks.settings == m_number)
        return;
    peaks.settings = m_number;
    if (alerts.holds(peaks.alert, peaks.period))
        peaks.highest[kDetectors] = std::int16_t(AlertRates::binOf(alerts.height(peaks.alert, m_settings)));
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
