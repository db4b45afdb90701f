// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/report/measure.h"

#include "bench/quality/systems/naiverules.h"
#include "bench/quality/tape/generator.h"

#include <QElapsedTimer>

#include <limits>

namespace flowglass::quality {

namespace {

constexpr std::size_t kMostNaive = 20'000; // alerts: enough for fifty false ones in 100,000 prints

struct SingleRule
{
    NaiveRule rule;
    Eligible eligible;
    const char* name;
};
constexpr std::array kSingles = {
    SingleRule{NaiveRule::Size, Eligible::SingleLeg, "size, single-leg"},
    SingleRule{NaiveRule::Size, Eligible::All, "size, all prints"},
    SingleRule{NaiveRule::TimesMean, Eligible::SingleLeg, "size / mean, single-leg"},
    SingleRule{NaiveRule::TimesMean, Eligible::All, "size / mean, all prints"},
    SingleRule{NaiveRule::ZScore, Eligible::SingleLeg, "z of size, single-leg"},
    SingleRule{NaiveRule::ZScore, Eligible::All, "z of size, all prints"},
    SingleRule{NaiveRule::Premium, Eligible::SingleLeg, "premium, single-leg"},
    SingleRule{NaiveRule::Premium, Eligible::All, "premium, all prints"},
    SingleRule{NaiveRule::MinuteVolume, Eligible::SingleLeg, "60 s / 30 min volume, single-leg"},
    SingleRule{NaiveRule::Hits, Eligible::SingleLeg, "hits in 100 ms, single-leg"},
    SingleRule{NaiveRule::SameSize, Eligible::SingleLeg, "same size in 5 min, single-leg"},
    SingleRule{NaiveRule::VolumeOverOi, Eligible::All, "volume / OI, all prints"},
};

struct FixedRule
{
    NaiveRule rule;
    double threshold;
    const char* name;
};
constexpr std::array kFixed = {
    FixedRule{NaiveRule::Premium, 100'000.0, "premium >= $100,000"},
    FixedRule{NaiveRule::Premium, 1'000'000.0, "premium >= $1,000,000"},
    FixedRule{NaiveRule::TimesMean, 10.0, "size >= 10 x mean"},
    FixedRule{NaiveRule::ZScore, 3.0, "z of size >= 3"},
    FixedRule{NaiveRule::VolumeOverOi, 1.0, "day volume >= OI"},
    FixedRule{NaiveRule::SizeOverOi, 1.0, "size >= OI"},
    FixedRule{NaiveRule::Hits, 1.0, "6 prints and $50,000 in 100 ms"},
};

class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }
    double seconds() const { return double(m_timer.nsecsElapsed()) / 1e9; }

private:
    QElapsedTimer m_timer;
};

void measureBaselines(const Tape& tape, const Scorer& scorer, SeedFigures& figures)
{
    const NaiveScores all(tape, Eligible::All);
    const NaiveScores single(tape, Eligible::SingleLeg);
    const auto add = [&](const char* name, const std::vector<Alert>& alerts) {
        figures.systems.push_back({name, scorer.atBudgets(alerts)});
    };
    constexpr std::array kFive = {NaiveRule::Size, NaiveRule::TimesMean, NaiveRule::Hits,
                                  NaiveRule::MinuteVolume, NaiveRule::SameSize};
    add("best five naive", single.combined(kFive, kMostNaive));
    std::array<NaiveRule, kNaiveRules> ten{};
    for (std::size_t rule = 0; rule < kNaiveRules; ++rule)
        ten[rule] = NaiveRule(rule);
    add("all ten naive", single.combined(ten, kMostNaive));
    for (const SingleRule& rule : kSingles)
        add(rule.name, (rule.eligible == Eligible::All ? all : single).alerts(rule.rule, 0.0, kMostNaive));
    for (const FixedRule& rule : kFixed) {
        const std::vector<Alert> alerts =
            all.alerts(rule.rule, rule.threshold, std::numeric_limits<std::size_t>::max());
        const Outcome outcome = scorer.above(alerts, rule.threshold);
        figures.fixed.push_back({rule.name, double(outcome.falseAlarms) * 1e5 / double(tape.scoredPrints()),
                                 outcome.total().recall(), outcome.precision()});
    }
}

void measurePlanted(const TapeConfig& config, Baselines baselines, SeedFigures& figures)
{
    const Stopwatch generating;
    const Tape tape = generateTape(config);
    figures.generateSeconds = generating.seconds();
    figures.prints = tape.prints.size();
    const TapeTrades trades(tape);
    const Scorer scorer(labelsOf(tape));
    const EngineScores scores = scoresOf(tape, trades);
    figures.systems.push_back({"engine", scorer.atBudgets(scores.all)});
    for (const EngineScores::Detector& detector : scores.alone)
        figures.systems.push_back({"  " + detector.word + " alone", scorer.atBudgets(detector.alerts)});
    figures.standingOnBusted = alertsOf(tape, trades, kBudgets.back()).standingOnBusted;
    if (baselines == Baselines::With)
        measureBaselines(tape, scorer, figures);
}

void measureClean(TapeConfig config, SeedFigures& figures)
{
    config.planted = false;
    const Tape tape = generateTape(config);
    const TapeTrades trades(tape);
    const EngineScores scores = scoresOf(tape, trades);
    for (std::size_t at = 0; at < figures.tailRatios.size(); ++at)
        figures.tailRatios[at] = scores.tailRatio(at);
    for (std::size_t at = 0; at < kTargets.size(); ++at) {
        const EngineAlerts alerts = alertsOf(tape, trades, kTargets[at]);
        figures.transfer[at] = alerts.per100k / kTargets[at];
        figures.judgeSeconds = alerts.seconds;
    }
}

} // namespace

SeedFigures measure(const TapeConfig& config, Baselines baselines)
{
    SeedFigures figures;
    figures.seed = config.seed;
    measurePlanted(config, baselines, figures);
    measureClean(config, figures);
    return figures;
}

} // namespace flowglass::quality
