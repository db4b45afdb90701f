// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/judgement.h"

#include "detect/unusualtrades.h"
#include "domain/anomalytext.h"
#include "domain/evidence/explanationtext.h"

#include <QDateTime>

namespace flowglass::app {

namespace {

using domain::NotJudged;
using domain::Wording;

constexpr double kSecondsPerHour = 3'600.0;
constexpr double kBudgetTrades = 100'000.0;

QDate dateOf(std::int32_t day) { return QDate(1970, 1, 1).addDays(day); }

} // namespace

models::PrintJudgement judgementOf(const domain::Explanation& explanation, bool flagged)
{
    models::PrintJudgement judgement;
    judgement.flagged = flagged;
    judgement.notJudged = domain::reasonText(explanation.reason, Wording::Translated);
    for (domain::DetectorExplanation detector : explanation.detectors) {
        detector.filtered = detector.filtered && detector.score >= explanation.threshold; // else it is not the reason
        models::WhyNotRow row;
        row.kind = detector.kind;
        row.name = domain::kindName(detector.kind, Wording::Translated);
        if (detector.reason == NotJudged::No)
            row.sentence = domain::detectorText(detector, explanation.threshold, Wording::Translated);
        row.score = detector.score;
        row.threshold = explanation.threshold;
        row.filtered = detector.filtered;
        row.missing = domain::reasonText(detector.reason, Wording::Translated);
        judgement.rows.push_back(row);
    }
    return judgement;
}

models::BudgetPreview budgetPreview(const session::Session& session, double flagsPer100k, double watchedPerSecond)
{
    const detect::Engine& engine = session.engine();
    return {flagsPer100k, flagsPer100k / kBudgetTrades * watchedPerSecond * kSecondsPerHour,
            engine.thresholdAt(flagsPer100k), engine.alertsAt(flagsPer100k), engine.warmup().judged};
}

models::UnusualOverlap unusualOverlap(const session::Session& session)
{
    const detect::Engine& engine = session.engine();
    models::UnusualOverlap overlap;
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        if (engine.anomaly(id).state != domain::Anomaly::State::Open)
            continue;
        for (const domain::AnomalyPrint* print : engine.anomaly(id).standingPrints())
            overlap.both += std::uint64_t(detect::isUnusualTrade(print->trade));
    }
    overlap.both = std::min(overlap.both, session.unusualTrades());
    overlap.onlyTheirs = session.unusualTrades() - overlap.both;
    overlap.onlyOurs = engine.flaggedPrints() - std::min(engine.flaggedPrints(), overlap.both);
    return overlap;
}

models::BaselineSummary baselineSummary(const session::Session& session, domain::UnixMs now)
{
    const detect::BaselineInfo info = session.engine().baselines();
    models::BaselineSummary summary;
    summary.days = info.days;
    if (info.bytes == 0)
        return summary; // of today only
    summary.first = dateOf(info.firstDay);
    summary.last = dateOf(info.lastDay);
    summary.contracts = info.contracts;
    summary.bytes = qint64(info.bytes);
    const qint64 ms = now.value - summary.last.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    summary.age = std::chrono::seconds(std::max<qint64>(ms / 1'000, 0));
    return summary;
}

} // namespace flowglass::app
