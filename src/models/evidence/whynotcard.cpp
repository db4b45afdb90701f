// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/whynotcard.h"

#include "models/numbertext.h"
#include "models/parts/tradecells.h"

#include <QCoreApplication>

namespace flowglass::models {

namespace {

QString say(const char* text) { return QCoreApplication::translate("WhyNotCard", text); }

struct Words
{
    const NumberText& numbers;
    const domain::ZoneTime& zone;
};

// Of those with a score that `wanted` takes.
template <class Wanted>
const WhyNotRow* highest(const std::vector<WhyNotRow>& rows, Wanted wanted)
{
    const WhyNotRow* best = nullptr;
    for (const WhyNotRow& row : rows) {
        if (row.missing.isEmpty() && wanted(row) && (!best || row.score > best->score))
            best = &row;
    }
    return best;
}

bool mayFlag(const WhyNotRow& row) { return row.filter.isEmpty(); }

bool reached(const WhyNotRow* row) { return row && row->score >= row->threshold; }

// "7 (10:04:05.123)": the list of anomalies shows times, files show numbers.
QString numberOf(const PrintJudgement& judgement, const Words& words)
{
    return QStringLiteral("%1 (%2)")
        .arg(words.numbers.whole(judgement.anomaly), words.zone.timeText(judgement.anomalyTime));
}

QString cancelledVerdict(const PrintJudgement& judgement, const Words& words)
{
    return judgement.listed || judgement.withdrawn
               ? say(QT_TRANSLATE_NOOP("WhyNotCard", "Cancelled later: no flag stands on it. It was in anomaly %1."))
                     .arg(numberOf(judgement, words))
               : say(QT_TRANSLATE_NOOP("WhyNotCard", "Cancelled later: no flag stands on it."));
}

// An anomaly of a whole underlying is raised by surges only, one of a contract by anything else.
QString flaggedVerdict(const PrintJudgement& judgement, const Words& words)
{
    const WhyNotRow* best = highest(judgement.rows, [&judgement](const WhyNotRow& row) {
        return mayFlag(row) && (row.kind == domain::AnomalyKind::Surge) == judgement.ofUnderlying;
    });
    if (reached(best))
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "Flagged: its highest score is %1 (%2), %3 is needed."))
            .arg(scoreText(*best), best->name, words.numbers.decimal(best->threshold, 1));
    return say(QT_TRANSLATE_NOOP("WhyNotCard", "Flagged in anomaly %1: another print of its order or package reached "
                                               "the score, not this one alone."))
        .arg(numberOf(judgement, words));
}

QString burstVerdict(const PrintJudgement& judgement, const WhyNotRow& best, const Words& words)
{
    const QString score = scoreText(best);
    const QString threshold = words.numbers.decimal(best.threshold, 1);
    return judgement.anomaly != 0
               ? say(QT_TRANSLATE_NOOP("WhyNotCard", "Part of anomaly %1, which was running: %2 (%3) is over the %4 "
                                                     "that flag, but adds too little to that anomaly's score to be "
                                                     "listed in it."))
                     .arg(numberOf(judgement, words), score, best.name, threshold)
               : say(QT_TRANSLATE_NOOP("WhyNotCard", "Part of an anomaly that was running: %1 (%2) is over the %3 "
                                                     "that flag, but adds too little to that anomaly's score to be "
                                                     "listed in it."))
                     .arg(score, best.name, threshold);
}

QString verdictOf(const PrintJudgement& judgement, const Words& words)
{
    if (judgement.cancelled)
        return cancelledVerdict(judgement, words);
    if (judgement.listed)
        return flaggedVerdict(judgement, words);
    if (judgement.withdrawn)
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "No longer flagged: it stood in anomaly %1, which was withdrawn "
                                                   "because what it rested on was cancelled."))
            .arg(numberOf(judgement, words));
    if (!judgement.notJudged.isEmpty())
        return judgement.notJudged;
    const WhyNotRow* best = highest(judgement.rows, mayFlag);
    if (reached(best))
        return burstVerdict(judgement, *best, words);
    const WhyNotRow* any = highest(judgement.rows, [](const WhyNotRow&) { return true; });
    if (!any)
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "Not flagged: no detector gave it a score."));
    if (reached(any))
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "Not flagged: %1 reached %2 of the %3 that flag, but %4."))
            .arg(any->name, scoreText(*any), words.numbers.decimal(any->threshold, 1), any->filter);
    const WhyNotRow& shown = best ? *best : *any;
    return say(QT_TRANSLATE_NOOP("WhyNotCard", "Not flagged: the highest score is %1 (%2), %3 is needed."))
        .arg(scoreText(shown), shown.name, words.numbers.decimal(shown.threshold, 1));
}

} // namespace

QString scoreText(const WhyNotRow& row)
{
    const QString score = NumberText().decimal(row.score, 1);
    return row.atLeast ? say(QT_TRANSLATE_NOOP("WhyNotCard", "%1 or more")).arg(score) : score;
}

WhyNotCard whyNotCard(const domain::Trade& trade, const domain::ContractTable::Entry& contract,
                      const domain::ZoneTime& zone, PrintJudgement judgement)
{
    const NumberText numbers;
    WhyNotCard card;
    card.title = say(QT_TRANSLATE_NOOP("WhyNotCard", "%1 at %2: %3 × $%4"))
                     .arg(contractName(contract), zone.timeText(trade.time()), numbers.whole(trade.size),
                          numbers.price(trade.price));
    card.verdict = verdictOf(judgement, {numbers, zone});
    card.flagged = judgement.listed && !judgement.cancelled;
    card.rows = std::move(judgement.rows);
    return card;
}

} // namespace flowglass::models
