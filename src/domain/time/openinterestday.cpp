// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time/openinterestday.h"

#include "domain/time/marketdays.h"

namespace flowglass::domain {

std::int32_t previousTradingDay(std::int32_t day)
{
    do {
        --day;
    } while (!isTradingDay(day));
    return day;
}

std::optional<std::int32_t> openInterestDay(UnixNs told, const ZoneTime& newYork)
{
    constexpr std::chrono::minutes kOpening{9 * 60 + 30};
    const std::int32_t day = newYork.day(lossyToMs(told));
    if (!isTradingDay(day) || newYork.sinceMidnight(lossyToMs(told)) < kOpening)
        return std::nullopt;
    return previousTradingDay(day);
}

} // namespace flowglass::domain
