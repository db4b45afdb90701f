// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/detectors/detectorset.h"
#include "detect/engine.h"
#include "detect/history/alertlog.h"
#include "detect/stats/budget.h"
#include "detect/stats/calibrator.h"

#include <array>
#include <cstdint>

namespace flowglass::detect {

// The highest scores of one subject and period, as AlertRates bins: each detector's, and the combined one.
struct Peaks
{
    Peaks() { highest.fill(std::int16_t(AlertRates::kNone)); }
    std::uint32_t period = 0;
    std::array<std::int16_t, kDetectors + 1> highest{};
    std::uint16_t settings = 0; // number of those that the combined one counts by
    std::uint32_t alert = 0;    // its newest in the AlertLog, of this period or an earlier one
};

// What all detectors say of one print. `calibrated` is as calibrated; what the settings filter out counts in
// neither of the two maxima.
struct Scores
{
    std::array<double, kDetectors> raw{};
    std::array<double, kDetectors> calibrated{};
    std::array<double, kDetectors> stakes{}; // dollars
    std::array<bool, kDetectors> counts{};   // enabled, and enough money in it
    std::array<domain::NotJudged, kDetectors> silent{}; // why there is no score
    double highest = 0.0;                    // of the calibrated ones, counted or not
    double ofContract = 0.0;
    double ofUnderlying = 0.0;
    double counted(std::size_t detector) const { return counts[detector] ? calibrated[detector] : 0.0; }
};

// Money behind a print, in dollars: of its order, and of the last five minutes.
struct Stakes
{
    double ofOrder = 0.0;
    double ofContract = 0.0;
    double ofUnderlying = 0.0;
};

// Brings the detectors' surprises to one scale and sets the threshold that spends the budget. Both learn
// from alerts, not from prints: only the highest of a contract and minute counts, of an underlying and five
// minutes.
class ScoreBoard
{
public:
    static constexpr std::int64_t kContractPeriodMs = 60'000;
    static constexpr std::int64_t kUnderlyingPeriodMs = 300'000;

    explicit ScoreBoard(const Settings& settings);

    // What the day's alerts would have been by them is counted anew, so threshold() is what outlook() said.
    void setSettings(const Settings& settings, const AlertLog& alerts);
    const Settings& settings() const { return m_settings; }
    Outlook outlook(const Settings& settings, const AlertLog& alerts) const;

    void calibrate(Scores& scores, const Stakes& stakes) const; // from scores.raw
    void count(const Scores& scores, domain::UnixMs time, Peaks& contract, Peaks& underlying, AlertLog& alerts);
    void refresh(); // learns locations and threshold from what was counted
    void fade();    // a day is over
    double threshold() const { return m_budget.threshold(); }
    const Calibrator& calibrator(std::size_t detector) const { return m_calibrators[detector]; }
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        m_budget.archive(pipe);
        for (Calibrator& calibrator : m_calibrators)
            calibrator.archive(pipe);
    }

private:
    void keep(const Scores& scores, Peaks& contract, Peaks& underlying, AlertLog& alerts) const;
    void recombine(Peaks& peaks, const AlertLog& alerts) const;

    Settings m_settings;
    std::uint16_t m_number = 0; // of the settings
    Budget m_budget;
    std::array<Calibrator, kDetectors> m_calibrators;
};

} // namespace flowglass::detect
