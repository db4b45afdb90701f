// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/marketcalendar.h"
#include "domain/time/markettime.h"
#include "models/numbertext.h"
#include "tape/tradestore.h"

#include <optional>
#include <vector>

namespace flowglass::models {

struct TimeSpan
{
    domain::UnixMs from;
    domain::UnixMs to;
};
std::chrono::milliseconds common(const TimeSpan& a, const TimeSpan& b); // how long both last

// A gap of the feed in event time: it begins at the newest trade of the whole feed before it, however late that
// came. One behind the same trade as another keeps its distance to that. One before any trade stands where the wall
// clock has it, or as much earlier as the first print shows that clock to be ahead of event time.
struct PlacedGap
{
    TimeSpan span;
    const tape::TradeStore::Gap* gap; // good until the store has another one
    bool isFilled() const { return gap->fill.state == tape::GapFill::State::Filled; }
};
// Those before any trade when the first print has come by itself only.
std::vector<PlacedGap> placedGaps(const tape::TradeStore& store);

// One of them as it is drawn, beside prints that are still stored.
struct GapBand
{
    domain::UnixMs from;
    domain::UnixMs to;
    QString text; // as in the tape
    bool isFilled = false;
    bool operator==(const GapBand&) const = default;
};
std::vector<GapBand> gapBands(const tape::TradeStore& store, const domain::ZoneTime& zone);

// From the first print that came by itself to the last, also when they have left memory; from the beginning of a gap
// before any trade, for then the feed had been there already; to the end of one behind it. Empty without any print.
std::optional<TimeSpan> toldSpan(const tape::TradeStore& store);

// Which share of the open time within toldSpan() was told, 0 to 1: by the feed, or by what was fetched afterwards.
// Of a run of many days the last 31 count. Empty without any open time.
std::optional<double> coverage(const tape::TradeStore& store, const domain::MarketCalendar& calendar);

} // namespace flowglass::models
