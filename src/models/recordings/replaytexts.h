// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "models/recordings/replaypicture.h"

#include <QString>

#include <chrono>
#include <vector>

namespace flowglass::models {

QString replaySpeedText(double speed); // "0.5×", "10×", "max"
QString replayStateText(ReplayPicture::State state);
QString replayDateText(domain::UnixNs t, const domain::ZoneTime& zone); // "Fri 2026-11-20"
QString replayTimeText(domain::UnixNs t, const domain::ZoneTime& zone); // "10:04:05.123 New York"
// State, message and file in one line.
QString replayMessage(const ReplayPicture& picture);
// What assistive technology says of the position: date, time and zone.
QString replaySpoken(const ReplayPicture& picture, const domain::ZoneTime& zone);
// What stands at a place of the timeline: time, trades of its slice, the anomalies and gaps within reach.
QString replayTip(const ReplayPicture& picture, domain::UnixNs at, std::chrono::nanoseconds reach,
                  const domain::ZoneTime& zone);

struct TimeTick
{
    domain::UnixMs time;
    QString text; // "10:30", "10:30:15", the date at midnight
    bool operator==(const TimeTick&) const = default;
};
// Round times of the zone within [first, last], at most so many.
std::vector<TimeTick> timeTicks(domain::UnixMs first, domain::UnixMs last, int most, const domain::ZoneTime& zone);

} // namespace flowglass::models
