// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/tradingcalendar.h"

#include "domain/time/markettime.h"

#include <algorithm>

namespace flowglass::market {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int kMonday = 1;
constexpr int kFriday = 5;

std::int32_t number(sys_days date) { return std::int32_t(date.time_since_epoch().count()); }
sys_days date(std::int32_t number) { return sys_days(days(number)); }
unsigned weekdayOf(std::int32_t number) { return weekday(date(number)).c_encoding(); }

std::int32_t nth(year y, unsigned m, unsigned dayOfWeek, unsigned n)
{
    return number(sys_days(y / month(m) / weekday(dayOfWeek)[n]));
}

std::int32_t onOrBefore(std::int32_t n)
{
    while (!isTradingDay(n))
        --n;
    return n;
}

std::int32_t monthly(year y, unsigned m) { return onOrBefore(nth(y, m, kFriday, 3)); }

bool inPattern(std::int32_t n, ExpiryPattern pattern)
{
    const unsigned w = weekdayOf(n);
    if (pattern == ExpiryPattern::Daily)
        return true;
    return w == kFriday || (pattern == ExpiryPattern::MondayWednesdayFriday && (w == kMonday || w == 3));
}

} // namespace

std::vector<std::int32_t> expiriesFrom(std::int32_t today, ExpiryPattern pattern)
{
    std::vector<std::int32_t> found;
    for (std::int32_t n = today; n < today + 14; ++n) {
        if (isTradingDay(n) && inPattern(n, pattern))
            found.push_back(n);
    }
    const std::int32_t toFriday = std::int32_t((kFriday + 7 - weekdayOf(today)) % 7);
    for (std::int32_t week = 0; week < 8; ++week)
        found.push_back(onOrBefore(today + toFriday + 7 * week));
    const year_month_day from(date(today));
    for (unsigned ahead = 0; ahead < 12; ahead += ahead < 4 ? 1 : 3) {
        const auto m = from.year() / from.month() + std::chrono::months(ahead);
        found.push_back(monthly(m.year(), unsigned(m.month())));
    }
    found.push_back(monthly(from.year() + std::chrono::years(1), 1));
    found.push_back(monthly(from.year() + std::chrono::years(2), 1));

    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase_if(found, [today](std::int32_t n) { return n < today; });
    return found;
}

domain::UnixMs closeOf(std::int32_t n)
{
    const domain::UnixMs localAsUtc{std::int64_t(n) * 86'400'000 + 16 * 3'600'000};
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    return {localAsUtc.value - newYork.offset(localAsUtc).count() * 1000};
}

std::int32_t sessionDay(domain::UnixMs t)
{
    std::int32_t n = domain::ZoneTime::newYork().day(t);
    while (!isTradingDay(n) || t.value > closeOf(n).value - 1'800'000)
        ++n;
    return n;
}

} // namespace flowglass::market
