// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/openinterestdate.h"

#include "domain/time/marketdays.h"

namespace flowglass::models {

std::int32_t previousTradingDay(std::int32_t day)
{
    do {
        --day;
    } while (!domain::isTradingDay(day));
    return day;
}

} // namespace flowglass::models
