// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time/markettime.h"

#include <QDateTime>

#include <limits>

namespace flowglass::domain {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

QString padded(std::int64_t value, int width)
{
    return QString::number(value).rightJustified(width, QLatin1Char('0'));
}

} // namespace

ZoneTime::ZoneTime(const QTimeZone& zone) : m_zone(zone) {}

ZoneTime ZoneTime::newYork() { return ZoneTime(QTimeZone("America/New_York")); }
ZoneTime ZoneTime::utc() { return ZoneTime(QTimeZone::utc()); }
ZoneTime ZoneTime::local() { return ZoneTime(QTimeZone::systemTimeZone()); }

std::chrono::seconds ZoneTime::offset(UnixMs t) const
{
    if (t.value < m_from || t.value >= m_to) {
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(t.value, Qt::UTC);
        m_offsetMs = m_zone.isValid() ? std::int64_t(m_zone.offsetFromUtc(when)) * 1000 : 0;
        m_from = std::numeric_limits<std::int64_t>::min();
        m_to = std::numeric_limits<std::int64_t>::max();
        if (m_zone.isValid() && m_zone.hasTransitions()) {
            // Without a neighbouring change in the zone's data the answer is trusted for one day only.
            const QDateTime last = m_zone.previousTransition(when.addMSecs(1)).atUtc;
            const QDateTime next = m_zone.nextTransition(when).atUtc;
            m_from = last.isValid() ? last.toMSecsSinceEpoch() : t.value;
            m_to = next.isValid() ? next.toMSecsSinceEpoch() : t.value + kDayMs;
        }
    }
    return std::chrono::seconds(m_offsetMs / 1000);
}

std::int32_t ZoneTime::day(UnixMs t) const
{
    return std::int32_t(floorDiv(t.value + offset(t).count() * 1000, kDayMs));
}

std::chrono::milliseconds ZoneTime::sinceMidnight(UnixMs t) const
{
    const std::int64_t local = t.value + offset(t).count() * 1000;
    return std::chrono::milliseconds(local - floorDiv(local, kDayMs) * kDayMs);
}

QString ZoneTime::timeText(UnixMs t) const
{
    const std::int64_t ms = sinceMidnight(t).count();
    return padded(ms / 3'600'000, 2) + QLatin1Char(':') + padded(ms / 60'000 % 60, 2) + QLatin1Char(':')
           + padded(ms / 1000 % 60, 2) + QLatin1Char('.') + padded(ms % 1000, 3);
}

QString ZoneTime::dateText(UnixMs t) const
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day(t)))};
    return padded(int(date.year()), 4) + QLatin1Char('-') + padded(unsigned(date.month()), 2) + QLatin1Char('-')
           + padded(unsigned(date.day()), 2);
}

QString ZoneTime::isoText(UnixMs t) const
{
    QString text = dateText(t) + QLatin1Char('T') + timeText(t);
    if (m_zone == QTimeZone::utc())
        return text + QLatin1Char('Z');
    const std::int64_t minutes = offset(t).count() / 60;
    const std::int64_t magnitude = minutes < 0 ? -minutes : minutes;
    return text + QLatin1Char(minutes < 0 ? '-' : '+') + padded(magnitude / 60, 2) + QLatin1Char(':')
           + padded(magnitude % 60, 2);
}

QString ZoneTime::name() const
{
    if (m_zone == QTimeZone::utc())
        return QStringLiteral("UTC");
    const QString id = QString::fromLatin1(m_zone.id());
    return id == QLatin1String("America/New_York") ? QStringLiteral("New York") : id;
}

int daysToExpiry(std::int32_t expiryDay, UnixMs t, const ZoneTime& newYork)
{
    return expiryDay - newYork.day(t);
}

} // namespace flowglass::domain
