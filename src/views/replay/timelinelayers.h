// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "models/recordings/replaypicture.h"
#include "views/look/theme.h"
#include "views/replay/timelinescale.h"

#include <QFont>
#include <QPixmap>

namespace flowglass::views {

// What changes seldom on the timeline, as two pictures of the same size: as it looks before and after the
// position. Trades are columns, gaps hatched bands with edges, anomalies triangles that point down, so that
// none is told by colour alone.
struct TimelineLayers
{
    QPixmap played;
    QPixmap ahead;
};

struct TimelineLook
{
    const Theme* theme;
    QFont font; // of the labels
    QSize size; // of the widget
    double pixelRatio;
};

inline constexpr int kTimelineLane = 9; // of the triangles, above the columns

TimelineLayers renderTimeline(const models::ReplayPicture& picture, const TimelineScale& scale,
                              const domain::ZoneTime& zone, const TimelineLook& look);

} // namespace flowglass::views
