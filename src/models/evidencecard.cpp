// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidencecard.h"

#include "domain/anomalytext.h"
#include "domain/exchanges.h"
#include "models/numbertext.h"
#include "models/parts/tradecells.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace flowglass::models {

using domain::AnomalyKind;
using domain::Evidence;
using domain::Wording;

namespace {

QString say(const char* text) { return QCoreApplication::translate("EvidenceCard", text); }

// One decimal below ten, where it tells something: a median of 2.5 contracts, 0.4 orders expected.
QString amount(double value, const NumberText& numbers)
{
    const bool whole = std::abs(value - std::nearbyint(value)) < 1e-9;
    return whole || value >= 10.0 ? numbers.whole(std::uint64_t(std::llround(std::max(value, 0.0))))
                                  : numbers.decimal(value, 1);
}

QString measured(AnomalyKind kind, double value, const NumberText& numbers)
{
    switch (kind) {
    case AnomalyKind::Size:
    case AnomalyKind::Sweep:
        return say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 contracts")).arg(amount(value, numbers));
    case AnomalyKind::Activity:
    case AnomalyKind::Repeat:
    case AnomalyKind::Surge:
        return say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 orders")).arg(amount(value, numbers));
    case AnomalyKind::Price:
        return QLatin1Char('$') + numbers.dollars(value);
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString sampleText(const Evidence& evidence, const NumberText& numbers)
{
    if (evidence.kind == AnomalyKind::Surge)
        return say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 seen")).arg(numbers.whole(evidence.seen));
    return say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 seen, %2 of this contract"))
        .arg(numbers.whole(evidence.seen), numbers.whole(evidence.contractSeen));
}

EvidenceRow evidenceRow(const Evidence& evidence, const NumberText& numbers)
{
    EvidenceRow row;
    row.kind = evidence.kind;
    row.name = domain::kindName(evidence.kind, Wording::Translated);
    row.sentence = domain::sentence(evidence, Wording::Translated);
    row.value = measured(evidence.kind, evidence.value, numbers);
    row.baseline = measured(evidence.kind, evidence.baseline, numbers);
    row.surprise = numbers.decimal(evidence.surprise, 2);
    row.sample = sampleText(evidence, numbers);
    if (evidence.window)
        row.window = numbers.duration(*evidence.window);
    row.formula = domain::formula(evidence.kind, Wording::Translated);
    row.historyNote = domain::historyNote(evidence, Wording::Translated);
    return row;
}

QString offsetText(std::chrono::milliseconds offset, const NumberText& numbers)
{
    const QString sign = offset.count() > 0 ? QStringLiteral("+") : offset.count() < 0 ? QStringLiteral("-") : QString();
    const std::chrono::milliseconds size(std::abs(offset.count()));
    if (size.count() < 1000)
        return sign + say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 ms")).arg(size.count());
    return sign + numbers.duration(size);
}

} // namespace

EvidenceCard evidenceCard(const domain::Anomaly& anomaly, const domain::ContractTable::Entry& contract,
                          const domain::ZoneTime& zone)
{
    const NumberText numbers;
    EvidenceCard card;
    card.title = say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 at %2")).arg(anomalySubject(anomaly, contract), zone.timeText(anomaly.time));
    card.headline = domain::explanation(anomaly, Wording::Translated);
    card.score = numbers.decimal(anomaly.score, 2);
    card.withdrawn = anomaly.state == domain::Anomaly::State::Withdrawn;
    card.multiLeg = anomaly.isPackage();

    std::vector<Evidence> ordered = anomaly.evidence;
    std::ranges::stable_sort(ordered, std::ranges::greater(), &Evidence::surprise);
    for (const Evidence& evidence : ordered)
        card.evidence.push_back(evidenceRow(evidence, numbers));

    const std::size_t listed = std::min(anomaly.prints.size(), EvidenceCard::kMaxPrints);
    for (std::size_t at = 0; at < listed; ++at) {
        const domain::AnomalyPrint& print = anomaly.prints[at];
        const domain::Trade& trade = print.trade;
        card.prints.push_back({print.row, offsetText(trade.time() - anomaly.prints.front().trade.time(), numbers),
                               domain::exchangeName(trade.exchange()), numbers.whole(trade.size),
                               numbers.price(trade.price), domain::conditionText(trade.conditions),
                               print.cancelled});
    }
    if (listed < anomaly.prints.size())
        card.morePrints = QCoreApplication::translate("EvidenceCard", "and %n more print(s)", nullptr,
                                                      int(anomaly.prints.size() - listed));
    return card;
}

} // namespace flowglass::models
