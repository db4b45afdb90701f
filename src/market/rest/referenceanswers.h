// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"
#include "market/rest/restanswer.h"
#include "market/rest/restquery.h"

#include <QJsonArray>
#include <QJsonObject>

namespace flowglass::market {

RestBody conditionList(RestQuery& query); // /v3/reference/conditions
RestBody exchangeList(RestQuery& query);  // /v3/reference/exchanges
// /v1/marketstatus/now and /upcoming, which come without an envelope. The simulated market never closes.
QJsonObject marketStatus(domain::UnixMs now);
QJsonArray upcomingHolidays(domain::UnixMs now);

} // namespace flowglass::market
