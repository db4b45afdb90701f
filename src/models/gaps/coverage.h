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

// A time in which the feed told nothing, in event time: a delayed feed has it minutes behind the clock.
struct GapBand
{
    domain::UnixMs from; // the last print before it
    domain::UnixMs to;
    QString text; // as in the tape
    bool isFilled = false;
    bool operator==(const GapBand&) const = default;
};
// Those of the gaps whose surroundings are still stored.
std::vector<GapBand> gapBands(const tape::TradeStore& store, const domain::ZoneTime& zone);

// Which share of the open time from the first print stored to the newest one is told by the tape, 0 to 1: by the
// feed, or by what was fetched afterwards. Empty without any open time.
std::optional<double> coverage(const tape::TradeStore& store, const domain::MarketCalendar& calendar);

} // namespace flowglass::models
