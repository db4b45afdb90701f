// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evidence/explanationtext.h"

#include "domain/evidence/speaker.h"

#include <QCoreApplication>

#include <cmath>

namespace flowglass::domain {

namespace {

QString usual(const DetectorExplanation& detector, const Speaker& speak)
{
    const double baseline = *detector.baseline;
    switch (detector.kind) {
    case AnomalyKind::Size:
    case AnomalyKind::Sweep:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "usual by now: %1 contracts in one order"))
            .arg(speak.number(baseline));
    case AnomalyKind::Activity:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "usual by now: %1 orders a minute"))
            .arg(speak.expected(baseline));
    case AnomalyKind::Price:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "fair by now: %1"))
            .arg(speak.dollars(std::round(baseline * 100.0) / 100.0));
    case AnomalyKind::Repeat:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "usual by now: %1 orders of this size in five minutes"))
            .arg(speak.expected(baseline));
    case AnomalyKind::Surge:
        return speak
            .say(QT_TRANSLATE_NOOP("AnomalyText", "usual by now: %1 orders of all its contracts in two minutes"))
            .arg(speak.expected(baseline));
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString seen(const DetectorExplanation& detector, const Speaker& speak)
{
    const auto n = std::uint64_t(std::llround(*detector.value));
    switch (detector.kind) {
    case AnomalyKind::Size:
    case AnomalyKind::Sweep:
        return speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 contract(s)"), n);
    case AnomalyKind::Activity:
        return speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 order(s) in the minute up to it"), n);
    case AnomalyKind::Price:
        return speak.dollars(*detector.value);
    case AnomalyKind::Repeat:
        return speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 order(s) of %2 in five minutes up to it"), n)
            .arg(speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 contract(s)"),
                             std::uint64_t(std::llround(detector.size))));
    case AnomalyKind::Surge:
        return speak.count(
            QT_TRANSLATE_N_NOOP("AnomalyText", "%1 order(s) of all its contracts in two minutes up to it"), n);
    case AnomalyKind::Count:
        break;
    }
    return {};
}

const char* printReason(NotJudged reason)
{
    switch (reason) {
    case NotJudged::Unknown:
        return QT_TRANSLATE_NOOP("AnomalyText", "The detectors have not seen it, or it is too long ago.");
    case NotJudged::CancelMessage:
        return QT_TRANSLATE_NOOP("AnomalyText", "Not judged: it takes an earlier print back.");
    case NotJudged::Late:
        return QT_TRANSLATE_NOOP("AnomalyText", "Not judged: a late report, extended hours or compression.");
    case NotJudged::OutOfOrder:
        return QT_TRANSLATE_NOOP("AnomalyText",
                                 "Not judged: more than two seconds older than the newest print of its contract.");
    case NotJudged::Impossible:
        return QT_TRANSLATE_NOOP("AnomalyText", "Not judged: no size, or a symbol that cannot be read.");
    default:
        return nullptr;
    }
}

const char* detectorReason(NotJudged reason)
{
    switch (reason) {
    case NotJudged::PackageOrCross:
        return QT_TRANSLATE_NOOP("AnomalyText", "Legs, crosses and floor trades are judged by their size only.");
    case NotJudged::OneExchange:
    case NotJudged::FirstOfOrder:
        return QT_TRANSLATE_NOOP("AnomalyText", "Its order was on one exchange.");
    case NotJudged::JoinsOrder:
        return QT_TRANSLATE_NOOP("AnomalyText", "A further print of an order, which counted with its first.");
    case NotJudged::TooSoon:
        return QT_TRANSLATE_NOOP(
            "AnomalyText", "Less than half a second behind another order of this contract: the two count as one.");
    case NotJudged::FirstMinute:
        return QT_TRANSLATE_NOOP("AnomalyText", "Not enough history: the first minute of its underlying's day.");
    case NotJudged::FirstFiveMinutes:
        return QT_TRANSLATE_NOOP("AnomalyText", "Not enough history: the first five minutes of its underlying's day.");
    case NotJudged::FewOrders:
        return QT_TRANSLATE_NOOP("AnomalyText", "Too few orders of this contract in the last minutes to be a burst.");
    case NotJudged::SmallSize:
        return QT_TRANSLATE_NOOP("AnomalyText", "One or two contracts repeat all the time.");
    case NotJudged::FirstOfSize:
        return QT_TRANSLATE_NOOP("AnomalyText", "The first order of this size lately: nothing repeats.");
    case NotJudged::NoSpot:
        return QT_TRANSLATE_NOOP("AnomalyText",
                                 "No call and put of one strike and expiry have told yet where the underlying is.");
    case NotJudged::FirstPrint:
        return QT_TRANSLATE_NOOP("AnomalyText", "Not enough history: the first price of this contract today.");
    case NotJudged::Interest:
        return QT_TRANSLATE_NOOP("AnomalyText",
                                 "Less than it would bring at once, by no more than the interest on its strike.");
    case NotJudged::Usual:
        return QT_TRANSLATE_NOOP("AnomalyText", "No more than usual.");
    default:
        return nullptr;
    }
}

} // namespace

QString reasonText(NotJudged reason, Wording wording)
{
    const char* source = printReason(reason) != nullptr ? printReason(reason) : detectorReason(reason);
    return source != nullptr ? Speaker(wording).say(source) : QString();
}

QString reasonText(const DetectorExplanation& detector, Wording wording)
{
    if (detector.reason != NotJudged::FirstOfOrder)
        return reasonText(detector.reason, wording);
    return Speaker(wording).count(QT_TRANSLATE_N_NOOP("AnomalyText", "The first print of an order that went on to %1 "
                                                                     "exchange(s): its later prints have the score."),
                                  std::uint64_t(detector.venues));
}

QString factsText(const DetectorExplanation& detector, Wording wording)
{
    const Speaker speak(wording);
    QStringList facts;
    if (detector.value)
        facts += seen(detector, speak);
    if (detector.baseline)
        facts += usual(detector, speak);
    return facts.join(QLatin1String("; "));
}

QString filterText(const DetectorExplanation& detector, Wording wording)
{
    const Speaker speak(wording);
    switch (detector.filter) {
    case Filter::None:
        break;
    case Filter::KindOff:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "its kind was switched off"));
    case Filter::LittleMoney:
        if (detector.stake)
            return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "$%1 was at stake, $%2 is the least"))
                .arg(speak.whole(std::uint64_t(*detector.stake)), speak.whole(std::uint64_t(detector.leastStake)));
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "less than $%1 was at stake"))
            .arg(speak.whole(std::uint64_t(detector.leastStake)));
    }
    return {};
}

} // namespace flowglass::domain
