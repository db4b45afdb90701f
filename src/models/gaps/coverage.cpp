// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gaps/coverage.h"

#include "models/gaps/gaptext.h"

#include <algorithm>

namespace flowglass::models {

namespace {

using std::chrono::milliseconds;

// By the newest print that came by itself, at or before `row`.
std::optional<domain::UnixMs> timeAt(const tape::TradeStore& store, std::uint64_t row)
{
    for (++row; row > store.begin(); --row)
        if (!store.isFetched(row - 1))
            return store[row - 1].time();
    return std::nullopt;
}

struct Span
{
    domain::UnixMs from;
    domain::UnixMs to;
};

milliseconds openWithin(Span span, const domain::MarketCalendar& calendar)
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

std::vector<GapBand> gapBands(const tape::TradeStore& store, const domain::ZoneTime& zone)
{
    const NumberText numbers;
    std::vector<GapBand> bands;
    for (const tape::TradeStore::Gap& gap : store.gaps()) {
        if (gap.beforeRow <= store.begin())
            continue;
        if (const auto from = timeAt(store, gap.beforeRow - 1))
            bands.push_back({*from, *from + (gap.gap.to - gap.gap.from), gapText(gap.gap, gap.fill, zone, numbers),
                             gap.fill.state == tape::GapFill::State::Filled});
    }
    return bands;
}

std::optional<double> coverage(const tape::TradeStore& store, const domain::MarketCalendar& calendar)
{
    if (store.begin() == store.end())
        return std::nullopt;
    const Span whole{store[store.begin()].time(), timeAt(store, store.end() - 1).value_or(domain::UnixMs())};
    const milliseconds open = openWithin(whole, calendar);
    if (open.count() <= 0)
        return std::nullopt;
    milliseconds lost{0};
    for (const GapBand& band : gapBands(store, domain::ZoneTime::newYork()))
        if (!band.isFilled)
            lost += openWithin({band.from, std::min(band.to, whole.to)}, calendar);
    return std::clamp(1.0 - double(lost.count()) / double(open.count()), 0.0, 1.0);
}

} // namespace flowglass::models
