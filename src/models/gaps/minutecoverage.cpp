// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gaps/minutecoverage.h"

#include <algorithm>

namespace flowglass::models {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kMinute{60'000};

int begun(milliseconds length) // minutes
{
    return int((length + kMinute - milliseconds(1)) / kMinute);
}

// Walks the minutes that a span touches.
class Minutes
{
public:
    Minutes(domain::UnixMs open, std::size_t count) : m_open(open), m_lengths(count) {}

    void add(const TimeSpan& span)
    {
        const auto first = std::size_t(std::max<std::int64_t>((span.from - m_open) / kMinute, 0));
        for (std::size_t at = first; at < m_lengths.size(); ++at) {
            const domain::UnixMs start = m_open + kMinute * std::int64_t(at);
            if (start >= span.to)
                return;
            m_lengths[at] += common({start, start + kMinute}, span);
        }
    }
    milliseconds operator[](std::size_t minute) const { return m_lengths[minute]; }

private:
    domain::UnixMs m_open;
    std::vector<milliseconds> m_lengths;
};

} // namespace

MinuteCoverage::Grade MinuteCoverage::grade(std::size_t minute) const
{
    const std::optional<double>& share = shares[minute];
    if (!share)
        return Grade::NotWatched;
    if (*share >= 1.0)
        return Grade::Whole;
    return *share < 0.5 ? Grade::Poor : Grade::Partly;
}

std::optional<MinuteCoverage> minuteCoverage(const tape::TradeStore& store, const domain::MarketCalendar& calendar)
{
    const std::optional<TimeSpan> told = toldSpan(store);
    const auto hours = told ? calendar.hours(domain::ZoneTime::newYork().day(store.last())) : std::nullopt;
    if (!hours || std::min(told->to, hours->lateClose) <= hours->open)
        return std::nullopt;
    const TimeSpan day{std::max(told->from, hours->open), std::min(told->to, hours->lateClose)};
    MinuteCoverage coverage;
    coverage.open = hours->open;
    coverage.minutesOfDay = begun(hours->lateClose - hours->open);
    const auto count = std::size_t(begun(day.to - hours->open));
    Minutes watched(hours->open, count);
    watched.add(day);
    Minutes lost(hours->open, count);
    for (const PlacedGap& placed : placedGaps(store))
        if (!placed.isFilled())
            lost.add({std::max(placed.span.from, day.from), std::min(placed.span.to, day.to)});
    coverage.shares.resize(count);
    for (std::size_t at = 0; at < count; ++at)
        if (watched[at].count() > 0)
            coverage.shares[at] =
                std::max(0.0, 1.0 - double(lost[at].count()) / double(watched[at].count()));
    return coverage;
}

} // namespace flowglass::models
