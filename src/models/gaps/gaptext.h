// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "domain/time/markettime.h"
#include "models/numbertext.h"
#include "tape/gapfill.h"

#include <QVariant>

namespace flowglass::models {

// "Gap: 10:04:05 – 10:04:19, connection lost"; with dates when it spans midnight of the zone.
QString gapText(const domain::FeedGap& gap, const domain::ZoneTime& zone);
// The same and what was done about it: "…; filled (trades fetched: 1,234)".
QString gapText(const domain::FeedGap& gap, const tape::GapFill& fill, const domain::ZoneTime& zone,
                const NumberText& numbers);
QString gapToolTip(const tape::GapFill& fill);
// Before the first print that was fetched for a gap; nullptr: for one that is not known.
QString fetchedText(const domain::FeedGap* gap, const domain::ZoneTime& zone);
QString fetchedToolTip(bool isUnusual); // found by a check for unusual trades
// A role of a print that was fetched; `plain`: what it would be of another one. Only the first cell is spoken.
QVariant fetchedCell(const QVariant& plain, bool isFirst, bool isUnusual, int role);

} // namespace flowglass::models
