// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordings/replaytexts.h"

#include "models/numbertext.h"
#include "models/gaps/gaptext.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace flowglass::models {

using State = ReplayPicture::State;

namespace {

constexpr std::int64_t kDaySeconds = 86'400;

QString say(const char* text) { return QCoreApplication::translate("Replay", text); }

std::int64_t tickSeconds(std::int64_t spanMs, int most)
{
    constexpr std::array<std::int64_t, 19> kRound{1,     2,     5,      10,     15,     30,     60,
                                                  120,   300,   600,    900,    1'800,  3'600,  7'200,
                                                  10'800, 14'400, 21'600, 43'200, kDaySeconds};
    for (const std::int64_t seconds : kRound) {
        if (spanMs / (seconds * 1000) < most)
            return seconds;
    }
    return kDaySeconds * (spanMs / (kDaySeconds * 1000 * most) + 1);
}

} // namespace

QString replaySpeedText(double speed)
{
    return speed <= 0.0 ? say(QT_TRANSLATE_NOOP("Replay", "max"))
                        : QLocale().toString(speed, 'g', 4) + QChar(0x00d7);
}

QString replayStateText(State state)
{
    switch (state) {
    case State::Opening:
        return say(QT_TRANSLATE_NOOP("Replay", "Opening"));
    case State::Paused:
        return say(QT_TRANSLATE_NOOP("Replay", "Paused"));
    case State::Playing:
        return say(QT_TRANSLATE_NOOP("Replay", "Playing"));
    case State::Seeking:
        return say(QT_TRANSLATE_NOOP("Replay", "Seeking"));
    case State::Ended:
        return say(QT_TRANSLATE_NOOP("Replay", "At the end"));
    case State::Failed:
        return say(QT_TRANSLATE_NOOP("Replay", "Failed"));
    }
    return {};
}

QString replayDateText(domain::UnixNs t, const domain::ZoneTime& zone)
{
    const domain::UnixMs ms = domain::lossyToMs(t);
    const QDate date = QDate(1970, 1, 1).addDays(zone.day(ms));
    return QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat) + QLatin1Char(' ') + zone.dateText(ms);
}

QString replayTimeText(domain::UnixNs t, const domain::ZoneTime& zone)
{
    return zone.timeText(domain::lossyToMs(t)) + QLatin1Char(' ') + zone.name();
}

QString replayMessage(const ReplayPicture& picture)
{
    QStringList parts{replayStateText(picture.state), picture.message};
    if (!picture.message.contains(picture.name)) // errors name their file
        parts << picture.name;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString replaySpoken(const ReplayPicture& picture, const domain::ZoneTime& zone)
{
    if (picture.last <= picture.first)
        return replayStateText(picture.state);
    const domain::UnixMs ms = domain::lossyToMs(picture.position);
    return replayDateText(picture.position, zone) + QLatin1Char(' ') + zone.timeText(ms).left(8) + QLatin1Char(' ')
           + zone.name();
}

QString replayTip(const ReplayPicture& picture, domain::UnixNs at, std::chrono::nanoseconds reach,
                  const domain::ZoneTime& zone)
{
    const domain::UnixMs ms = domain::lossyToMs(at);
    QStringList lines{replayDateText(at, zone) + QLatin1Char(' ') + zone.timeText(ms).left(8)};
    const std::int64_t span = (picture.last - picture.first).count();
    if (!picture.density.empty() && span > 0) {
        const double share = double((at - picture.first).count()) / double(span);
        const auto slice = std::size_t(std::clamp(share, 0.0, 1.0) * double(picture.density.size()));
        const std::uint32_t trades = picture.density[std::min(slice, picture.density.size() - 1)];
        lines << QCoreApplication::translate("Replay", "%Ln trade(s) around here", nullptr, int(trades));
    }
    const std::int64_t near = std::chrono::ceil<std::chrono::milliseconds>(reach).count();
    const auto found = std::ranges::count_if(
        picture.anomalies, [&](domain::UnixMs t) { return std::abs(t.value - ms.value) <= near; });
    if (found > 0)
        lines << QCoreApplication::translate("Replay", "%Ln anomaly(s)", nullptr, int(found));
    for (const auto& [gap, fill] : picture.gaps) {
        if (gap.from.value <= ms.value + near && gap.to.value >= ms.value - near)
            lines << gapText(gap, fill, zone, NumberText());
    }
    return lines.join(QLatin1Char('\n'));
}

std::vector<TimeTick> timeTicks(domain::UnixMs first, domain::UnixMs last, int most, const domain::ZoneTime& zone)
{
    std::vector<TimeTick> ticks;
    if (last <= first || most < 1)
        return ticks;
    const std::int64_t seconds = tickSeconds((last - first).count(), most);
    const std::int64_t step = seconds * 1000;
    const std::int64_t east = zone.offset(first).count() * 1000;
    std::int64_t local = (first.value + east + step - 1) / step * step;
    for (;; local += step) {
        // The offset of this tick: there may be a change to or from daylight saving on the way.
        const domain::UnixMs t{local - zone.offset({local - east}).count() * 1000};
        if (t > last)
            return ticks;
        const bool dated = seconds >= kDaySeconds || zone.sinceMidnight(t).count() == 0;
        ticks.push_back({t, dated ? zone.dateText(t).mid(5) : zone.timeText(t).left(seconds < 60 ? 8 : 5)});
    }
}

} // namespace flowglass::models
