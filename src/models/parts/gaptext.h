// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "domain/time/markettime.h"

namespace flowglass::models {

// "Gap: 10:04:05 – 10:04:19, connection lost"; with dates when it spans midnight of the zone.
QString gapText(const domain::FeedGap& gap, const domain::ZoneTime& zone);
QString gapToolTip();

} // namespace flowglass::models
