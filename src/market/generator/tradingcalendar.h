// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <cstdint>
#include <vector>

namespace flowglass::market {

// Trading days of the US exchanges by rule (weekends and the ten yearly holidays; no half days, no
// closures decided by decree). Days are calendar days since 1970-01-01.
bool isTradingDay(std::int32_t day);
const char* holidayName(std::int32_t day); // nullptr when it is none

// Which days a chain has expiries on, besides Fridays, monthlies and LEAPS.
enum class ExpiryPattern { Daily, MondayWednesdayFriday, Fridays };

// From `today` on, ascending: the pattern over two weeks, eight Fridays, monthlies for a year, two Januaries.
std::vector<std::int32_t> expiriesFrom(std::int32_t today, ExpiryPattern pattern);

domain::UnixMs closeOf(std::int32_t day); // 16:00 in New York
// The day in New York that a session starting at t trades: days whose last half hour has begun are over.
std::int32_t sessionDay(domain::UnixMs t);

} // namespace flowglass::market
