// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/gaptext.h"

#include <QCoreApplication>

namespace flowglass::models {

QString gapText(const domain::FeedGap& gap, const domain::ZoneTime& zone)
{
    const bool dated = zone.day(gap.from) != zone.day(gap.to);
    const auto moment = [&](domain::UnixMs t) {
        const QString time = zone.timeText(t).left(8); // whole seconds
        return dated ? zone.dateText(t) + QLatin1Char(' ') + time : time;
    };
    const QString text
        = QCoreApplication::translate("GapText", "Gap: %1 – %2").arg(moment(gap.from), moment(gap.to));
    return gap.reason.isEmpty() ? text : text + QLatin1String(", ") + gap.reason;
}

QString gapToolTip()
{
    return QCoreApplication::translate("GapText", "No data arrived in this time; prints made in it are missing here.");
}

} // namespace flowglass::models
