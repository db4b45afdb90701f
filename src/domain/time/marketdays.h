// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::domain {

// The days of the US exchanges by rule: weekends, the ten yearly holidays with the day they are observed on,
// the half days that end at 13:00, and the closures by decree within the years checked. Days are calendar
// days since 1970-01-01.
constexpr int kFirstMarketYear = 2024; // checked against what the exchanges published …
constexpr int kLastMarketYear = 2028;  // … up to and including

const char* holidayName(std::int32_t day); // as the provider names it; nullptr when it is none
const char* halfDayName(std::int32_t day); // what it is close to; nullptr when it is none
bool isTradingDay(std::int32_t day);

} // namespace flowglass::domain
