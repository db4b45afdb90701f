// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/markettext.h"

#include "models/numbertext.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace flowglass::models {

namespace {

QString say(const char* text) { return QCoreApplication::translate("MarketText", text); }

QDate dateOf(std::int32_t day) { return QDate(1970, 1, 1).addDays(day); }

QString clockText(domain::UnixMs time) { return domain::ZoneTime::newYork().timeText(time).left(5); }

// "Mon 09:30"
QString dayAndClock(domain::UnixMs time)
{
    const QDate date = dateOf(domain::ZoneTime::newYork().day(time));
    return QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat) + QLatin1Char(' ') + clockText(time);
}

QString occasionText(const domain::MarketState& market)
{
    if (market.isHalfDay)
        return say(QT_TRANSLATE_NOOP("MarketText", "Today was a half day (%1).")).arg(market.occasion);
    return market.occasion.isEmpty() ? QString()
                                     : say(QT_TRANSLATE_NOOP("MarketText", "Holiday: %1.")).arg(market.occasion);
}

QString sourceText(const domain::MarketState& market)
{
    if (market.fromProvider)
        return say(QT_TRANSLATE_NOOP("MarketText", "As the provider says."));
    const QString until = dateOf(market.validUntil).toString(Qt::ISODate);
    if (market.isPastValidity)
        return say(QT_TRANSLATE_NOOP("MarketText", "The built-in calendar of holidays was checked until %1 only; this "
                                                   "may be wrong.")).arg(until);
    return say(QT_TRANSLATE_NOOP("MarketText", "By the built-in calendar of holidays, valid until %1.")).arg(until);
}

} // namespace

StatusText closedMarketText(const domain::MarketState& market, domain::UnixMs now, FeedBadge badge)
{
    StatusText text;
    text.severity = Severity::Waiting;
    text.brief = say(QT_TRANSLATE_NOOP("MarketText", "Market closed"));
    if (market.changes) {
        const QString opens = badge == FeedBadge::Delayed
                                  ? say(QT_TRANSLATE_NOOP("MarketText", "%1, delayed trades from %2 (in %3)"))
                                  : say(QT_TRANSLATE_NOOP("MarketText", "%1, opens %2 (in %3)"));
        const std::chrono::nanoseconds wait = std::max(*market.changes - now, std::chrono::milliseconds(0));
        text.brief = opens.arg(text.brief, dayAndClock(*market.changes), NumberText().duration(wait));
    }
    QStringList full{text.brief + QLatin1Char('.'), occasionText(market),
                     say(QT_TRANSLATE_NOOP("MarketText", "Times are of New York; the feed is connected.")),
                     sourceText(market)};
    full.removeAll(QString());
    text.full = full.join(QLatin1Char('\n'));
    return text;
}

QString halfDayText(const domain::MarketState& market)
{
    if (!market.open || !market.isHalfDay || !market.changes)
        return {};
    return say(QT_TRANSLATE_NOOP("MarketText", "Half day (%1): closes at %2 in New York."))
        .arg(market.occasion, clockText(*market.changes));
}

} // namespace flowglass::models
