// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gaps/coverage.h"

#include "models/gaps/gaptext.h"

#include <algorithm>

namespace flowglass::models {

using std::chrono::milliseconds;

namespace {

constexpr std::int32_t kLongest = 31; // days; told of a longer run are the last, so that it costs no more

// What the wall clock was ahead of event time, as far as shows: gaps before any trade had ended when the first came.
milliseconds wallAhead(const tape::TradeStore& store)
{
    milliseconds ahead{0};
    for (const tape::TradeStore::Gap& gap : store.gaps())
        if (gap.after.value == 0)
            ahead = std::max(ahead, gap.gap.to - store.first());
    return ahead;
}

} // namespace

milliseconds common(const TimeSpan& a, const TimeSpan& b)
{
    return std::max(std::min(a.to, b.to) - std::max(a.from, b.from), milliseconds(0));
}

std::vector<PlacedGap> placedGaps(const tape::TradeStore& store)
{
    std::vector<PlacedGap> placed;
    const milliseconds ahead = wallAhead(store);
    const tape::TradeStore::Gap* first = nullptr; // of those behind the same trade
    for (const tape::TradeStore::Gap& gap : store.gaps()) {
        if (gap.after.value == 0) {
            if (store.first().value != 0)
                placed.push_back({{gap.gap.from + -ahead, gap.gap.to + -ahead}, &gap});
            continue;
        }
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
        if (placed.gap->beforeRow > store.begin() || (placed.gap->after.value == 0 && store.evicted() == 0))
            bands.push_back({placed.span.from, placed.span.to,
                             gapText(placed.gap->gap, placed.gap->fill, zone, numbers), placed.isFilled()});
    return bands;
}

std::optional<TimeSpan> toldSpan(const tape::TradeStore& store)
{
    if (store.first().value == 0)
        return std::nullopt;
    TimeSpan told{store.first(), store.last()};
    for (const PlacedGap& gap : placedGaps(store)) {
        if (gap.gap->after.value == 0)
            told.from = std::min(told.from, gap.span.from);
        told.to = std::max(told.to, gap.span.to);
    }
    return told;
}

std::optional<double> coverage(const tape::TradeStore& store, const domain::MarketCalendar& calendar)
{
    const std::optional<TimeSpan> whole = toldSpan(store);
    if (!whole)
        return std::nullopt;
    const std::vector<PlacedGap> gaps = placedGaps(store);
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    milliseconds open{0};
    milliseconds lost{0};
    const std::int32_t last = newYork.day(whole->to);
    for (std::int32_t day = std::max(newYork.day(whole->from), last - kLongest + 1); day <= last; ++day) {
        const auto hours = calendar.hours(day);
        if (!hours)
            continue;
        const TimeSpan watched{std::max(whole->from, hours->open), std::min(whole->to, hours->lateClose)};
        open += common(watched, watched);
        for (const PlacedGap& gap : gaps)
            if (!gap.isFilled())
                lost += common(gap.span, watched);
    }
    if (open.count() <= 0)
        return std::nullopt;
    return std::clamp(1.0 - double(lost.count()) / double(open.count()), 0.0, 1.0);
}

} // namespace flowglass::models
