// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"

#include <QString>

namespace flowglass::domain {

QString exchangeName(ExchangeId id); // "Cboe EDGX", "#330" when unknown, empty when not given
QString exchangeMic(ExchangeId id);  // "EDGO", the name when no MIC is known, "#330" when unknown
// 0..31 for the venues of OPRA (300 + letter - 'A'); others share 31. For sets of venues in a bit mask.
unsigned exchangeBit(ExchangeId id);

} // namespace flowglass::domain
