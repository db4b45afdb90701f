// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/judgement.h"

#include "domain/anomalytext.h"
#include "domain/evidence/explanationtext.h"
#include "domain/filter/unusualtrades.h"

#include <QDate>

#include <algorithm>

namespace flowglass::app {

namespace {

using domain::Wording;

constexpr double kSecondsPerHour = 3'600.0;
constexpr double kBudgetTrades = 100'000.0;

QDate dateOf(std::int32_t day) { return QDate(1970, 1, 1).addDays(day); }

// Of the rows still stored.
std::uint64_t unusualTakenBack(const tape::TradeStore& store)
{
    return std::uint64_t(std::ranges::count_if(store.takenBack(), [&](std::uint64_t row) {
        return row >= store.begin() && domain::isUnusualTrade(store[row]);
    }));
}

} // namespace

models::PrintJudgement judgementOf(const detect::Engine& engine, const domain::Trade& trade, std::uint64_t row)
{
    const domain::Explanation explanation = engine.explain(trade, row);
    models::PrintJudgement judgement;
    judgement.orderSize = trade.size;
    judgement.notJudged = domain::reasonText(explanation.reason, Wording::Translated);
    judgement.cancelled = explanation.cancelled;
    judgement.anomaly = explanation.anomaly;
    if (explanation.anomaly != 0)
        judgement.anomalyTime = engine.anomaly(explanation.anomaly).time;
    judgement.listed = explanation.listed;
    judgement.withdrawn = explanation.withdrawn;
    judgement.ofUnderlying = explanation.ofUnderlying;
    for (const domain::DetectorExplanation& detector : explanation.detectors) {
        if (detector.kind == domain::AnomalyKind::Size)
            judgement.orderSize = std::uint32_t(detector.value.value_or(trade.size));
        models::WhyNotRow shown;
        shown.kind = detector.kind;
        shown.name = domain::kindName(detector.kind, Wording::Translated);
        shown.sentence = domain::factsText(detector, Wording::Translated);
        shown.score = detector.score;
        shown.atLeast = detector.atLeast;
        shown.threshold = explanation.threshold;
        shown.filter = domain::filterText(detector, Wording::Translated);
        shown.missing = domain::reasonText(detector, Wording::Translated);
        judgement.rows.push_back(std::move(shown));
    }
    return judgement;
}

models::BudgetPreview budgetPreview(const session::Session& session, const detect::Settings& settings,
                                    double watchedPerSecond)
{
    const detect::Outlook outlook = session.engine().outlook(settings);
    return {flagsPerHour(settings.flagsPer100k, watchedPerSecond), outlook.threshold, outlook.anomalies,
            outlook.isLeast, outlook.judged};
}

double flagsPerHour(double flagsPer100k, double watchedPerSecond)
{
    return flagsPer100k / kBudgetTrades * watchedPerSecond * kSecondsPerHour;
}

models::UnusualOverlap unusualOverlap(const detect::Engine& engine, const tape::TradeStore& store,
                                      std::uint64_t unusual)
{
    models::UnusualOverlap overlap;
    std::uint64_t ours = 0;
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        if (engine.anomaly(id).state != domain::Anomaly::State::Open)
            continue;
        for (const domain::AnomalyPrint* print : engine.anomaly(id).standingPrints()) {
            if (engine.anomalyOfRow(print->row) != id)
                continue; // it stands in its contract's too, and is counted there
            ++ours;
            overlap.both += std::uint64_t(domain::isUnusualTrade(print->trade));
        }
    }
    const std::uint64_t theirs = unusual - unusualTakenBack(store);
    overlap.both = std::min(overlap.both, theirs);
    overlap.onlyTheirs = theirs - overlap.both;
    overlap.onlyOurs = ours - overlap.both;
    return overlap;
}

models::BaselineSummary baselineSummary(const std::optional<session::KeptBaselines>& file, domain::UnixMs now)
{
    models::BaselineSummary summary;
    if (!file)
        return summary;
    summary.days = file->info.days;
    summary.first = dateOf(file->info.firstDay);
    summary.last = dateOf(file->info.lastDay);
    summary.contracts = file->info.contracts;
    summary.bytes = qint64(file->info.bytes);
    summary.age = std::chrono::duration_cast<std::chrono::seconds>(now - file->time);
    return summary;
}

} // namespace flowglass::app
