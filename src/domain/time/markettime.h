// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QString>
#include <QTimeZone>

namespace flowglass::domain {

// Wall-clock time of one zone, quick enough to be called per painted cell and per judged trade: the
// offset is looked up once per interval between two daylight-saving changes. Not thread-safe; cheap to copy.
class ZoneTime
{
public:
    explicit ZoneTime(const QTimeZone& zone);
    static ZoneTime newYork();
    static ZoneTime utc();
    static ZoneTime local();

    std::chrono::seconds offset(UnixMs t) const; // east of UTC
    std::int32_t day(UnixMs t) const;            // calendar day in the zone, days since 1970-01-01
    std::chrono::milliseconds sinceMidnight(UnixMs t) const;

    QString timeText(UnixMs t) const; // "10:04:05.123"
    QString dateText(UnixMs t) const; // "2026-11-20"
    QString isoText(UnixMs t) const;  // "2026-11-20T10:04:05.123-05:00", UTC with "Z"
    QString name() const;             // "New York", "UTC", "Europe/Berlin"

private:
    QTimeZone m_zone;
    mutable std::int64_t m_from = 1; // ms; the cached interval [m_from, m_to), empty at first
    mutable std::int64_t m_to = 0;
    mutable std::int64_t m_offsetMs = 0;
};

// Days from the print's trading day in New York to the contract's expiry.
int daysToExpiry(std::int32_t expiryDay, UnixMs t, const ZoneTime& newYork);

} // namespace flowglass::domain
