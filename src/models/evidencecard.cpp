// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidencecard.h"

#include "domain/anomalytext.h"
#include "domain/evidence/speaker.h"
#include "domain/exchanges.h"
#include "models/evidence/pictureof.h"
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

QString usual(const Evidence& evidence, const NumberText& numbers)
{
    const bool ofSizes = evidence.kind == AnomalyKind::Size || evidence.kind == AnomalyKind::Sweep;
    if (ofSizes && evidence.baseline <= 0.0)
        return {}; // its underlying has no order to compare with
    if (ofSizes || evidence.kind == AnomalyKind::Price)
        return measured(evidence.kind, evidence.baseline, numbers);
    return say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 orders"))
        .arg(domain::Speaker(Wording::Translated).expected(evidence.baseline));
}

QString sampleText(const Evidence& evidence, const NumberText& numbers)
{
    if (evidence.kind == AnomalyKind::Surge || evidence.peers != domain::SizePeers::Contract)
        return say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 seen")).arg(numbers.whole(evidence.seen));
    return say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 seen, %2 of this contract"))
        .arg(numbers.whole(evidence.seen), numbers.whole(evidence.contractSeen));
}

// In the same words and with the same rounding as the sentence.
QString often(const Evidence& evidence)
{
    if (evidence.oneIn <= 0.0)
        return {};
    const domain::Speaker speak(Wording::Translated);
    return evidence.oneIn >= 1e7 ? say(QT_TRANSLATE_NOOP("EvidenceCard", "less than one order in 10 million"))
                                 : say(QT_TRANSLATE_NOOP("EvidenceCard", "one order in %1"))
                                       .arg(speak.roughly(evidence.oneIn));
}

void addPriceFacts(const Evidence& evidence, std::vector<EvidenceFact>& facts, const NumberText& numbers)
{
    const domain::Speaker speak(Wording::Translated);
    if (evidence.volBefore > 0.0) {
        const auto [before, after] = speak.percents(evidence.volBefore, evidence.volAfter);
        facts.push_back({say(QT_TRANSLATE_NOOP("EvidenceCard", "Implied volatility")),
                         evidence.volAfter > 0.0
                             ? say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 → %2")).arg(before, after)
                             : say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 → none explains it")).arg(before)});
    }
    if (evidence.spotSource == domain::SpotSource::None) {
        facts.push_back({say(QT_TRANSLATE_NOOP("EvidenceCard", "Underlying")),
                         say(QT_TRANSLATE_NOOP("EvidenceCard", "price not known"))});
        return;
    }
    const QString source = evidence.spotSource == domain::SpotSource::Parity
                               ? say(QT_TRANSLATE_NOOP("EvidenceCard", "put-call parity"))
                               : say(QT_TRANSLATE_NOOP("EvidenceCard", "prices of its chain"));
    facts.push_back({say(QT_TRANSLATE_NOOP("EvidenceCard", "Underlying")),
                     say(QT_TRANSLATE_NOOP("EvidenceCard", "$%1 from %2, %3 old"))
                         .arg(numbers.decimal(evidence.spot, 2), source, numbers.duration(evidence.spotAge))});
}

std::vector<EvidenceFact> factsOf(const Evidence& evidence, const NumberText& numbers)
{
    std::vector<EvidenceFact> facts;
    const domain::Speaker speak(Wording::Translated);
    if (evidence.kind == AnomalyKind::Price)
        addPriceFacts(evidence, facts, numbers);
    if (evidence.kind == AnomalyKind::Sweep)
        facts.push_back({say(QT_TRANSLATE_NOOP("EvidenceCard", "Exchanges")),
                         numbers.whole(std::uint64_t(std::max(evidence.venues, 0)))});
    if (evidence.kind == AnomalyKind::Repeat)
        facts.push_back({say(QT_TRANSLATE_NOOP("EvidenceCard", "Size of each")),
                         say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 contracts; %2 of the orders here"))
                             .arg(amount(evidence.size, numbers), speak.percent(evidence.chance))});
    if (evidence.kind == AnomalyKind::Activity && evidence.prints > std::llround(evidence.value))
        facts.push_back({say(QT_TRANSLATE_NOOP("EvidenceCard", "Orders closer than half a second")),
                         numbers.whole(std::uint64_t(evidence.prints - std::llround(evidence.value)))});
    if (evidence.kind == AnomalyKind::Surge && evidence.baseline > 0.0)
        facts.push_back({say(QT_TRANSLATE_NOOP("EvidenceCard", "Pace")),
                         say(QT_TRANSLATE_NOOP("EvidenceCard", "%1 times the usual"))
                             .arg(numbers.decimal(evidence.value / evidence.baseline, 1))});
    QStringList busiest;
    for (const domain::BusyContract& busy : evidence.busiest)
        busiest += QStringLiteral("%1 (%2)").arg(domain::contractLabel(busy.symbol), amount(busy.orders, numbers));
    if (!busiest.isEmpty())
        facts.push_back({say(QT_TRANSLATE_NOOP("EvidenceCard", "Among them")), busiest.join(QLatin1String(", "))});
    return facts;
}

QString noteOf(const Evidence& evidence)
{
    const bool ofContract = evidence.kind != AnomalyKind::Surge && evidence.peers == domain::SizePeers::Contract;
    if (ofContract && evidence.contractSeen == 0)
        return say(QT_TRANSLATE_NOOP("EvidenceCard", "Not enough history of this contract itself: its underlying and "
                                                     "the market stand in."));
    return domain::historyNote(evidence, Wording::Translated);
}

// How the surprise that the formula gives became the score.
QString scaleText(const Evidence& evidence, const NumberText& numbers)
{
    if (evidence.slope <= 0.0)
        return {};
    const QString sign = evidence.offset < 0.0 ? QString(QChar(0x2212)) : QStringLiteral("+");
    return say(QT_TRANSLATE_NOOP("EvidenceCard", "score %1 = surprise %2 / %3 %4 %5, the one scale of all detectors"))
        .arg(numbers.decimal(evidence.surprise, 2), numbers.decimal(evidence.raw, 2), numbers.decimal(evidence.slope, 2),
             sign, numbers.decimal(std::abs(evidence.offset), 2));
}

EvidenceRow evidenceRow(const Evidence& evidence, const NumberText& numbers)
{
    EvidenceRow row;
    row.kind = evidence.kind;
    row.name = domain::kindName(evidence.kind, Wording::Translated);
    row.sentence = domain::sentence(evidence, Wording::Translated);
    row.value = measured(evidence.kind, evidence.value, numbers);
    row.baseline = usual(evidence, numbers);
    row.surprise = numbers.decimal(evidence.surprise, 2);
    row.sample = sampleText(evidence, numbers);
    if (evidence.window)
        row.window = numbers.duration(*evidence.window);
    row.often = often(evidence);
    row.facts = factsOf(evidence, numbers);
    row.scale = scaleText(evidence, numbers);
    row.formula = domain::formula(evidence.kind, Wording::Translated);
    row.historyNote = noteOf(evidence);
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
    card.tags = tagChips(anomaly.tags);

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

void addPictures(EvidenceCard& card, const domain::Anomaly& anomaly, const tape::TradeStore& store,
                 const domain::ContractTable& contracts)
{
    for (auto row = card.evidence.begin(); row != card.evidence.end(); ++row) {
        EvidencePicture picture = pictureOf(anomaly, row->kind, store, contracts);
        if (std::find_if(card.evidence.begin(), row, [&](const EvidenceRow& earlier) {
                return earlier.picture == picture;
            }) == row)
            row->picture = std::move(picture);
    }
}

} // namespace flowglass::models
