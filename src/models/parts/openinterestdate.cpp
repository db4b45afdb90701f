// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/openinterestdate.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace flowglass::models {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

// Gregorian Easter by the anonymous (Meeus) rule.
sys_days easter(year y)
{
    const int n = int(y);
    const int a = n % 19;
    const int b = n / 100;
    const int c = n % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int m = (a + 11 * h) / 319;
    const int r = (2 * e + 2 * (c / 4) - c % 4 - h + m + 32) % 7;
    const int monthOf = (h - m + r + 90) / 25;
    const int dayOf = (h - m + r + monthOf + 19) % 32;
    return y / month(unsigned(monthOf)) / std::chrono::day(unsigned(dayOf));
}

// A holiday on Saturday is kept on Friday, on Sunday on Monday.
sys_days observed(sys_days date)
{
    const weekday on(date);
    if (on == std::chrono::Saturday)
        return date - days(1);
    return on == std::chrono::Sunday ? date + days(1) : date;
}

bool isHoliday(sys_days date)
{
    using namespace std::chrono;
    const year y = year_month_day(date).year();
    const sys_days newYear = y / January / 1;
    const std::array<sys_days, 10> holidays = {
        // On a Saturday New Year's Day is not moved into the old year.
        weekday(newYear) == Saturday ? newYear : observed(newYear),
        sys_days(y / January / Monday[3]),
        sys_days(y / February / Monday[3]),
        easter(y) - days(2),
        sys_days(y / May / Monday[last]),
        observed(sys_days(y / June / 19)),
        observed(sys_days(y / July / 4)),
        sys_days(y / September / Monday[1]),
        sys_days(y / November / Thursday[4]),
        observed(sys_days(y / December / 25)),
    };
    return std::ranges::find(holidays, date) != holidays.end();
}

} // namespace

std::int32_t previousTradingDay(std::int32_t day)
{
    sys_days date{days(day)};
    do {
        date -= days(1);
    } while (weekday(date) == std::chrono::Saturday || weekday(date) == std::chrono::Sunday || isHoliday(date));
    return std::int32_t(date.time_since_epoch().count());
}

} // namespace flowglass::models
