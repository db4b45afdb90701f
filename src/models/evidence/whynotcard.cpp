// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/whynotcard.h"

#include "models/numbertext.h"
#include "models/parts/tradecells.h"

#include <QCoreApplication>

namespace flowglass::models {

namespace {

QString say(const char* text) { return QCoreApplication::translate("WhyNotCard", text); }

const WhyNotRow* highest(const std::vector<WhyNotRow>& rows)
{
    const WhyNotRow* best = nullptr;
    for (const WhyNotRow& row : rows) {
        if (row.missing.isEmpty() && (!best || row.score > best->score))
            best = &row;
    }
    return best;
}

QString verdictOf(const PrintJudgement& judgement, const NumberText& numbers)
{
    const WhyNotRow* best = highest(judgement.rows);
    if (judgement.flagged && best)
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "Flagged: its highest score is %1 (%2), %3 is needed."))
            .arg(numbers.decimal(best->score, 1), best->name, numbers.decimal(best->threshold, 1));
    if (judgement.flagged)
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "Flagged, as a part of its anomaly."));
    if (!judgement.notJudged.isEmpty())
        return judgement.notJudged;
    if (!best)
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "Not flagged: no detector gave it a score."));
    if (best->score < best->threshold)
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "Not flagged: the highest score is %1 (%2), %3 is needed."))
            .arg(numbers.decimal(best->score, 1), best->name, numbers.decimal(best->threshold, 1));
    if (best->filtered)
        return say(QT_TRANSLATE_NOOP("WhyNotCard", "Not flagged: %1 reached %2, but this detector was off or too "
                                                   "little money was at stake."))
            .arg(best->name, numbers.decimal(best->score, 1));
    return say(QT_TRANSLATE_NOOP("WhyNotCard", "Not flagged, though %1 is within rounding of the %2 that flag."))
        .arg(numbers.decimal(best->score, 1), numbers.decimal(best->threshold, 1));
}

} // namespace

WhyNotCard whyNotCard(const domain::Trade& trade, const domain::ContractTable::Entry& contract,
                      const domain::ZoneTime& zone, PrintJudgement judgement)
{
    const NumberText numbers;
    WhyNotCard card;
    card.title = say(QT_TRANSLATE_NOOP("WhyNotCard", "%1 at %2: %3 × $%4"))
                     .arg(contractName(contract), zone.timeText(trade.time()), numbers.whole(trade.size),
                          numbers.price(trade.price));
    card.verdict = verdictOf(judgement, numbers);
    card.flagged = judgement.flagged;
    card.rows = std::move(judgement.rows);
    return card;
}

} // namespace flowglass::models
