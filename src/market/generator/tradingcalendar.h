// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/marketdays.h"
#include "domain/time/unixtime.h"

#include <cstdint>
#include <vector>

namespace flowglass::market {

// The days of the simulated market are those of the exchanges; half days are not kept: it never closes.
using domain::holidayName;
using domain::isTradingDay;

// Which days a chain has expiries on, besides Fridays, monthlies and LEAPS.
enum class ExpiryPattern { Daily, MondayWednesdayFriday, Fridays };

// From `today` on, ascending: the pattern over two weeks, eight Fridays, monthlies for a year, two Januaries.
std::vector<std::int32_t> expiriesFrom(std::int32_t today, ExpiryPattern pattern);

domain::UnixMs closeOf(std::int32_t day); // 16:00 in New York
// The day in New York that a session starting at t trades: days whose last half hour has begun are over.
std::int32_t sessionDay(domain::UnixMs t);

} // namespace flowglass::market
