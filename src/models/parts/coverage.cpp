// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/coverage.h"

#include "models/parts/gaptext.h"

#include <algorithm>

namespace flowglass::models {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kDay{86'400'000};

// By the newest print that came by itself, at or before `row`.
std::optional<domain::UnixMs> timeAt(const tape::TradeStore& store, std::uint64_t row)
{
    for (++row; row > store.begin(); --row)
        if (!store.isFetched(row - 1))
            return store[row - 1].time();
    return std::nullopt;
}

milliseconds openWithin(OpenTime span, const OpenHours& hours)
{
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    milliseconds open{0};
    for (std::int32_t day = newYork.day(span.from); day <= newYork.day(span.to); ++day) {
        if (const std::optional<OpenTime> today = hours(day))
            open += std::max(std::min(span.to, today->to) - std::max(span.from, today->from), milliseconds(0));
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

OpenHours everyWeekday()
{
    return [newYork = domain::ZoneTime::newYork()](std::int32_t day) -> std::optional<OpenTime> {
        constexpr int kSaturday = 2; // 1970-01-01 was a Thursday
        if ((day - kSaturday) % 7 < 2)
            return std::nullopt;
        const domain::UnixMs noon{day * kDay.count() + kDay.count() / 2};
        const domain::UnixMs midnight{day * kDay.count() - milliseconds(newYork.offset(noon)).count()};
        return OpenTime{midnight + std::chrono::minutes(9 * 60 + 30), midnight + std::chrono::minutes(16 * 60 + 15)};
    };
}

std::optional<double> coverage(const tape::TradeStore& store, const OpenHours& hours)
{
    if (store.begin() == store.end())
        return std::nullopt;
    const OpenTime whole{store[store.begin()].time(), timeAt(store, store.end() - 1).value_or(domain::UnixMs())};
    const milliseconds open = openWithin(whole, hours);
    if (open.count() <= 0)
        return std::nullopt;
    milliseconds lost{0};
    for (const GapBand& band : gapBands(store, domain::ZoneTime::newYork()))
        if (!band.isFilled)
            lost += openWithin({band.from, std::min(band.to, whole.to)}, hours);
    return std::clamp(1.0 - double(lost.count()) / double(open.count()), 0.0, 1.0);
}

} // namespace flowglass::models
