// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/marketcalendar.h"
#include "models/statustexts.h"

namespace flowglass::models {

// Of a closed market: "Market closed, opens Mon 09:30 (in 14 h)", in New York time, and in full why and who
// says so. On a delayed feed it is when its trades begin.
StatusText closedMarketText(const domain::MarketState& market, domain::UnixMs now, FeedBadge badge);
// "Half day (Thanksgiving): closes at 13:15 in New York."; empty on other days and when closed.
QString halfDayText(const domain::MarketState& market);

} // namespace flowglass::models
