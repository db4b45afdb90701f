// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/systems/enginerun.h"

#include "bench/quality/tape/sessions.h"
#include "detect/engine.h"
#include "detect/scoreobserver.h"

#include <QElapsedTimer>

#include <algorithm>

namespace flowglass::quality {

namespace {

constexpr double kLeastScore = 2.5; // reached more than a hundred times in 100,000 prints

class Collector final : public detect::ScoreObserver
{
public:
    explicit Collector(const Tape& tape) : m_tape(tape) {}

    void scored(const domain::Trade&, std::uint64_t row, std::span<const detect::DetectorScore> scores,
                double sizeTail) override
    {
        if (row < m_tape.scoredFrom)
            return;
        countTail(sizeTail);
        const Print& print = m_tape.prints[row];
        if (print.busted) // the engine takes it back
            return;
        if (made.alone.empty())
            name(scores);
        double highest = 0.0;
        for (std::size_t at = 0; at < scores.size(); ++at) {
            const bool ofUnderlying = scores[at].kind == domain::AnomalyKind::Surge;
            add(made.alone[at].alerts, row, scores[at].calibrated, ofUnderlying);
            if (ofUnderlying)
                add(made.all, row, scores[at].calibrated, true);
            else
                highest = std::max(highest, scores[at].calibrated);
        }
        add(made.all, row, highest, false);
    }

    EngineScores made;

private:
    void countTail(double sizeTail)
    {
        ++made.judged;
        for (std::size_t at = 0; at < EngineScores::kTails.size(); ++at)
            made.below[at] += sizeTail < EngineScores::kTails[at] ? 1U : 0U;
    }

    void name(std::span<const detect::DetectorScore> scores)
    {
        for (const detect::DetectorScore& score : scores)
            made.alone.push_back({domain::kindWord(score.kind), {}});
    }

    void add(std::vector<Alert>& alerts, std::uint64_t row, double score, bool ofUnderlying) const
    {
        if (score < kLeastScore)
            return;
        const Print& print = m_tape.prints[row];
        const ListedContract& contract = m_tape.universe.contracts[print.contract];
        Alert alert;
        alert.underlying = m_tape.universe.roots[contract.root].name;
        alert.ms = print.ms;
        alert.score = score;
        if (!ofUnderlying) {
            alert.ticker = contract.ticker;
            alert.sequences = {row + 1};
        }
        alerts.push_back(std::move(alert));
    }

    const Tape& m_tape;
};

} // namespace

double EngineScores::tailRatio(std::size_t at) const
{
    return judged == 0 ? 0.0 : double(below[at]) / double(judged) / kTails[at];
}

EngineScores scoresOf(const Tape& tape, const TapeTrades& trades)
{
    detect::Settings settings;
    settings.leastPremium = {};
    detect::Engine engine(trades.contracts, settings);
    Collector collector(tape);
    engine.setObserver(&collector);
    for (std::uint64_t row = 0; row < trades.trades.size(); ++row)
        engine.judge(trades.trades[row], row);
    return std::move(collector.made);
}

namespace {

// Whether the numbers it gives need a print that was cancelled: one that is not marked so, or a size or price
// that what is left does not have.
bool standsOnBusted(const domain::Anomaly& anomaly, const Tape& tape)
{
    const auto standing = anomaly.standingPrints();
    const auto isUnmarked = [&tape](const domain::AnomalyPrint* print) {
        return tape.prints[print->row].busted;
    };
    if (std::ranges::any_of(standing, isUnmarked))
        return true;
    return std::ranges::any_of(anomaly.evidence, [&](const domain::Evidence& evidence) {
        const bool ofSize =
            evidence.kind == domain::AnomalyKind::Size || evidence.kind == domain::AnomalyKind::Sweep;
        if (evidence.kind == domain::AnomalyKind::Price)
            return std::ranges::none_of(standing, [&evidence](const domain::AnomalyPrint* print) {
                return std::abs(print->trade.price.lossyDollars() - evidence.value) < 1e-6;
            });
        return ofSize && evidence.value > double(anomaly.size());
    });
}

} // namespace

EngineAlerts alertsOf(const Tape& tape, const TapeTrades& trades, double flagsPer100k)
{
    detect::Settings settings;
    settings.flagsPer100k = flagsPer100k;
    detect::Engine engine(trades.contracts, settings);
    EngineAlerts made;
    QElapsedTimer timer;
    timer.start();
    for (std::uint64_t row = 0; row < trades.trades.size(); ++row)
        engine.judge(trades.trades[row], row);
    made.seconds = double(timer.nsecsElapsed()) / 1e9;
    std::uint64_t standing = 0;
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        const domain::Anomaly& anomaly = engine.anomaly(id);
        if (anomaly.state != domain::Anomaly::State::Open)
            continue;
        standing += anomaly.time.value >= sessions::openMs(sessions::kScoredDay) ? 1U : 0U;
        made.standingOnBusted += int(standsOnBusted(anomaly, tape));
    }
    made.per100k = double(standing) * 1e5 / double(tape.scoredPrints());
    return made;
}

} // namespace flowglass::quality
