// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::models {

// The US options trading day before the given calendar day (days since 1970-01-01): no weekend, no holiday of
// the exchanges by their present rules. Unscheduled closings are not known. Open interest is as of its end.
std::int32_t previousTradingDay(std::int32_t day);

} // namespace flowglass::models
