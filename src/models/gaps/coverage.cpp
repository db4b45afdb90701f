// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gaps/coverage.h"

#include "models/gaps/gaptext.h"

#include <algorithm>

namespace flowglass::models {

namespace {

using std::chrono::milliseconds;

milliseconds openWithin(TimeSpan span, const domain::MarketCalendar& calendar)
{
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    milliseconds open{0};
    for (std::int32_t day = newYork.day(span.from); day <= newYork.day(span.to); ++day) {
        if (const auto today = calendar.hours(day))
            open += std::max(std::min(span.to, today->lateClose) - std::max(span.from, today->open), milliseconds(0));
    }
    return open;
}

} // namespace

std::vector<PlacedGap> placedGaps(const tape::TradeStore& store)
{
    std::vector<PlacedGap> placed;
    const tape::TradeStore::Gap* first = nullptr; // of those behind the same trade
    for (const tape::TradeStore::Gap& gap : store.gaps()) {
        if (gap.after.value == 0)
            continue;
        if (first == nullptr || first->after != gap.after)
            first = &gap;
        const domain::UnixMs from = gap.after + (gap.gap.from - first->gap.from);
        placed.push_back({{from, from + (gap.gap.to - gap.gap.from)}, &gap});
    }
    return placed;
}

std::vector<GapBand> gapBands(const tape::TradeStore& store, const domain::ZoneTime& zone)
{
    const NumberText numbers;
    std::vector<GapBand> bands;
    for (const PlacedGap& placed : placedGaps(store))
        if (placed.gap->beforeRow > store.begin())
            bands.push_back({placed.span.from, placed.span.to,
                             gapText(placed.gap->gap, placed.gap->fill, zone, numbers), placed.isFilled()});
    return bands;
}

std::optional<TimeSpan> toldSpan(const tape::TradeStore& store)
{
    if (store.first().value == 0)
        return std::nullopt;
    return TimeSpan{store.first(), store.last()};
}

std::optional<double> coverage(const tape::TradeStore& store, const domain::MarketCalendar& calendar)
{
    const std::optional<TimeSpan> whole = toldSpan(store);
    const milliseconds open = whole ? openWithin(*whole, calendar) : milliseconds(0);
    if (open.count() <= 0)
        return std::nullopt;
    milliseconds lost{0};
    for (const PlacedGap& placed : placedGaps(store))
        if (!placed.isFilled())
            lost += openWithin({std::max(placed.span.from, whole->from), std::min(placed.span.to, whole->to)},
                               calendar);
    return std::clamp(1.0 - double(lost.count()) / double(open.count()), 0.0, 1.0);
}

} // namespace flowglass::models
