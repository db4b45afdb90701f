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
            .arg(speak.number(baseline));
    case AnomalyKind::Price:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "fair by now: %1"))
            .arg(speak.dollars(std::round(baseline * 100.0) / 100.0));
    case AnomalyKind::Repeat:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "usual by now: %1 orders of this size in five minutes"))
            .arg(speak.number(baseline));
    case AnomalyKind::Surge:
        return speak
            .say(QT_TRANSLATE_NOOP("AnomalyText", "usual by now: %1 orders of all its contracts in two minutes"))
            .arg(speak.number(baseline));
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString scoreText(const DetectorExplanation& detector, double threshold, const Speaker& speak)
{
    if (detector.reason != NotJudged::No)
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "no score"));
    const QString text = speak.say(QT_TRANSLATE_NOOP("AnomalyText", "%1 of the %2 that flag"))
                             .arg(speak.decimal(detector.score), speak.decimal(threshold));
    return detector.filtered ? text + QLatin1String(", ")
                                   + speak.say(QT_TRANSLATE_NOOP(
                                       "AnomalyText", "but its kind was off or too little money was at stake"))
                             : text;
}

} // namespace

QString reasonText(NotJudged reason, Wording wording)
{
    const Speaker speak(wording);
    switch (reason) {
    case NotJudged::No:
        break;
    case NotJudged::Unknown:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "The detectors have not seen it, or it is too long ago."));
    case NotJudged::CancelMessage:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Not judged: it takes an earlier print back."));
    case NotJudged::Late:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "Not judged: late reports, extended hours and compression count as volume only."));
    case NotJudged::OutOfOrder:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "Not judged: more than two seconds older than the newest print of its contract."));
    case NotJudged::Impossible:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Not judged: no size, or a symbol that cannot be read."));
    case NotJudged::PackageOrCross:
        return speak.say(
            QT_TRANSLATE_NOOP("AnomalyText", "Legs, crosses and floor trades are judged by their size only."));
    case NotJudged::OneExchange:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "The order was on one exchange."));
    case NotJudged::SmallSize:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "One or two contracts repeat all the time."));
    case NotJudged::NoSpot:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "No call and put of one strike and expiry have told yet where the underlying is."));
    case NotJudged::NothingToScore:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "No more than usual, or not enough history, or the first minutes of a day."));
    }
    return {};
}

QString detectorText(const DetectorExplanation& detector, double threshold, Wording wording)
{
    const Speaker speak(wording);
    QString text = scoreText(detector, threshold, speak);
    const auto add = [&text](const QString& more) { text += QLatin1String("; ") + more; };
    if (detector.value && detector.kind == AnomalyKind::Price)
        add(speak.dollars(*detector.value));
    else if (detector.value)
        add(speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 contract(s)"),
                        std::uint64_t(std::llround(*detector.value))));
    if (detector.baseline)
        add(usual(detector, speak));
    if (detector.reason != NotJudged::No)
        add(reasonText(detector.reason, wording));
    return text;
}

} // namespace flowglass::domain
