// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gaps/gaptext.h"

#include "models/roles.h"

#include <QCoreApplication>

namespace flowglass::models {

namespace {

using tape::GapFill;

QString say(const char* text)
{
    return QCoreApplication::translate("GapText", text);
}

QString spanText(const domain::FeedGap& gap, const domain::ZoneTime& zone)
{
    const bool dated = zone.day(gap.from) != zone.day(gap.to);
    const auto moment = [&](domain::UnixMs t) {
        const QString time = zone.timeText(t).left(8); // whole seconds
        return dated ? zone.dateText(t) + QLatin1Char(' ') + time : time;
    };
    return say(QT_TRANSLATE_NOOP("GapText", "%1 – %2")).arg(moment(gap.from), moment(gap.to));
}

QString stateText(const GapFill& fill, const NumberText& numbers)
{
    switch (fill.state) {
    case GapFill::State::None:
        break;
    case GapFill::State::Fetching:
        return say(QT_TRANSLATE_NOOP("GapText", "what was missed is being fetched"));
    case GapFill::State::Filled:
        return fill.trades == 0 ? say(QT_TRANSLATE_NOOP("GapText", "filled: no trade was missed"))
                                : say(QT_TRANSLATE_NOOP("GapText", "filled (trades fetched: %1)"))
                                      .arg(numbers.whole(fill.trades));
    case GapFill::State::Partly:
        return say(QT_TRANSLATE_NOOP("GapText", "partly filled (trades fetched: %1)")).arg(numbers.whole(fill.trades));
    case GapFill::State::Failed:
        return say(QT_TRANSLATE_NOOP("GapText", "could not be filled"));
    case GapFill::State::Open:
        return say(QT_TRANSLATE_NOOP("GapText", "lasts still"));
    }
    return {};
}

QString checkText(const GapFill& fill, const NumberText& numbers)
{
    const auto found = [&](const char* text) { return say(text).arg(numbers.whole(fill.unusual)); };
    switch (fill.check) {
    case GapFill::Check::None:
        break;
    case GapFill::Check::Waiting:
        return say(QT_TRANSLATE_NOOP("GapText", "is being checked for unusual trades"));
    case GapFill::Check::Partly:
        return found(QT_TRANSLATE_NOOP("GapText", "checked in part for unusual trades: %1 found; other trades of this "
                                                  "gap are missing"));
    case GapFill::Check::Done:
        return found(QT_TRANSLATE_NOOP("GapText", "checked for unusual trades: %1 found; other trades of this gap are "
                                                  "missing"));
    }
    return {};
}

QString judgingText(GapFill::Judging judging)
{
    switch (judging) {
    case GapFill::Judging::None:
    case GapFill::Judging::Done:
        break;
    case GapFill::Judging::Waiting:
        return say(QT_TRANSLATE_NOOP("GapText", "being judged"));
    case GapFill::Judging::TooFew:
        return say(QT_TRANSLATE_NOOP("GapText", "not judged, because too much is missing still"));
    case GapFill::Judging::Evicted:
        return say(QT_TRANSLATE_NOOP("GapText", "not judged, because older trades have left memory"));
    case GapFill::Judging::Stopped:
        return say(QT_TRANSLATE_NOOP("GapText", "not judged, because the run ended before"));
    }
    return {};
}

} // namespace

QString gapText(const domain::FeedGap& gap, const domain::ZoneTime& zone)
{
    const QString text = say(QT_TRANSLATE_NOOP("GapText", "Gap: %1")).arg(spanText(gap, zone));
    return gap.reason.isEmpty() ? text : text + QLatin1String(", ") + gap.reason;
}

QString gapText(const domain::FeedGap& gap, const GapFill& fill, const domain::ZoneTime& zone,
                const NumberText& numbers)
{
    QString text = gapText(gap, zone);
    const QString state = stateText(fill, numbers);
    if (state.isEmpty())
        return text;
    text += QLatin1String("; ") + state;
    if (!fill.reason.isEmpty())
        text += QLatin1String(": ") + fill.reason;
    for (const QString& more : {judgingText(fill.judging), checkText(fill, numbers)}) {
        if (!more.isEmpty())
            text += QLatin1String("; ") + more;
    }
    return text;
}

QString gapToolTip(const GapFill& fill)
{
    if (fill.trades > 0)
        return say(QT_TRANSLATE_NOOP("GapText", "No data arrived in this time. Trades made in it were fetched "
                                                "afterwards; they stand further on, where they came in."));
    if (fill.unusual > 0)
        return say(QT_TRANSLATE_NOOP("GapText", "No data arrived in this time. Unusual trades made in it were found "
                                                "afterwards; they stand further on, where they came in. The others "
                                                "are missing."));
    return say(QT_TRANSLATE_NOOP("GapText", "No data arrived in this time; prints made in it are missing here."));
}

QString fetchedText(const domain::FeedGap* gap, const domain::ZoneTime& zone)
{
    return gap ? say(QT_TRANSLATE_NOOP("GapText", "Fetched for the gap %1")).arg(spanText(*gap, zone))
               : say(QT_TRANSLATE_NOOP("GapText", "Fetched for an earlier gap"));
}

QString fetchedToolTip(bool isUnusual)
{
    if (isUnusual)
        return say(QT_TRANSLATE_NOOP("GapText", "Back-filled: the feed missed this trade; the provider lists it among "
                                                "the unusual ones. It was not judged, because other trades of its gap "
                                                "are missing."));
    return say(QT_TRANSLATE_NOOP("GapText", "Back-filled: the feed missed this trade; it was fetched afterwards."));
}

QVariant fetchedCell(const QVariant& plain, bool isFirst, bool isUnusual, int role)
{
    switch (role) {
    case FetchedRole:
        return true;
    case Qt::ToolTipRole:
        return plain.toString().isEmpty() ? fetchedToolTip(isUnusual)
                                          : QString(plain.toString() + QLatin1Char('\n') + fetchedToolTip(isUnusual));
    case Qt::AccessibleTextRole:
        return isFirst ? say(QT_TRANSLATE_NOOP("GapText", "%1, back-filled")).arg(plain.toString()) : plain;
    default:
        return plain;
    }
}

} // namespace flowglass::models
