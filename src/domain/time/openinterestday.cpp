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

std::int32_t openInterestDay(UnixNs told, const ZoneTime& newYork)
{
    return previousTradingDay(newYork.day(lossyToMs(told)));
}

} // namespace flowglass::domain
