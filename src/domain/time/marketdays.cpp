// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time/marketdays.h"

#include <chrono>

namespace flowglass::domain {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr unsigned kMonday = 1;
constexpr unsigned kThursday = 4;

constexpr std::int32_t number(sys_days date) { return std::int32_t(date.time_since_epoch().count()); }
sys_days dateOf(std::int32_t number) { return sys_days(std::chrono::days(number)); }
unsigned weekdayOf(std::int32_t number) { return weekday(dateOf(number)).c_encoding(); }

std::int32_t dayIn(year y, unsigned m, unsigned d) { return number(sys_days(year_month_day(y, month(m), day(d)))); }
std::int32_t nth(year y, unsigned m, unsigned dayOfWeek, unsigned n)
{
    return number(sys_days(y / month(m) / weekday(dayOfWeek)[n]));
}

// A holiday of a fixed date moves to Friday or Monday when it falls on a weekend.
std::int32_t observed(year y, unsigned m, unsigned d)
{
    const std::int32_t n = dayIn(y, m, d);
    const unsigned w = weekdayOf(n);
    return w == 6 ? n - 1 : w == 0 ? n + 1 : n;
}

std::int32_t easter(year when) // Gregorian computus
{
    const int y = int(when);
    const int century = y / 100;
    const int epact = (19 * (y % 19) + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int leap = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - epact - y % 100 % 4) % 7;
    const int shift = (y % 19 + 11 * epact + 22 * leap) / 451;
    const int monthAndDay = epact + leap - 7 * shift + 114;
    return dayIn(when, unsigned(monthAndDay / 31), unsigned(monthAndDay % 31 + 1));
}

constexpr std::int32_t kDayOfMourning2025 = number(sys_days(year(2025) / 1 / 9));

} // namespace

const char* holidayName(std::int32_t n)
{
    const year y = year_month_day(dateOf(n)).year();
    if (n == observed(y, 1, 1)) // on a Saturday it is not made up for: that Friday is of another year
        return "New Year's Day";
    if (n == nth(y, 1, kMonday, 3))
        return "Martin Luther King, Jr. Day";
    if (n == nth(y, 2, kMonday, 3))
        return "Washington's Birthday";
    if (n == easter(y) - 2)
        return "Good Friday";
    if (n == number(sys_days(y / 5 / weekday(kMonday)[std::chrono::last])))
        return "Memorial Day";
    if (n == observed(y, 6, 19))
        return "Juneteenth";
    if (n == observed(y, 7, 4))
        return "Independence Day";
    if (n == nth(y, 9, kMonday, 1))
        return "Labor Day";
    if (n == nth(y, 11, kThursday, 4))
        return "Thanksgiving";
    if (n == observed(y, 12, 25))
        return "Christmas";
    return n == kDayOfMourning2025 ? "National Day of Mourning" : nullptr;
}

const char* halfDayName(std::int32_t n)
{
    if (!isTradingDay(n))
        return nullptr;
    const year y = year_month_day(dateOf(n)).year();
    if (n == nth(y, 11, kThursday, 4) + 1)
        return "Thanksgiving";
    if (n == dayIn(y, 12, 24))
        return "Christmas";
    return n == dayIn(y, 7, 3) ? "Independence Day" : nullptr;
}

bool isTradingDay(std::int32_t n)
{
    const unsigned w = weekdayOf(n);
    return w >= 1 && w <= 5 && holidayName(n) == nullptr;
}

} // namespace flowglass::domain
