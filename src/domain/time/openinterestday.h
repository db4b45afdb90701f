// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"

#include <cstdint>
#include <optional>

namespace flowglass::domain {

// The open interest of one contract at the end of one trading day.
struct OpenInterestOfDay
{
    std::int32_t day = 0; // days since 1970-01-01
    std::int64_t contracts = 0;
    bool operator==(const OpenInterestOfDay&) const = default;
};

// The US options trading day before the given calendar day (days since 1970-01-01): no weekend, no holiday of
// the exchanges by their present rules. Unscheduled closings are not known.
std::int32_t previousTradingDay(std::int32_t day);

// The trading day at whose end there was the open interest that the provider, who names no day, tells at `told`.
// It is published once a day, at an hour not known, before the market opens: empty from the midnight after a trading
// day until the next one opens.
std::optional<std::int32_t> openInterestDay(UnixNs told, const ZoneTime& newYork);

} // namespace flowglass::domain
