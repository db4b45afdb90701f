// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/faults/fault.h"

#include <QByteArray>
#include <QString>

namespace flowglass::market {

class FeedClient;

// Faults of the feed that begin on a connection: sends what should not be sent, drops, closes, holds.
// Kinds that concern the tape (Burst, Duplicates, OutOfOrder) do nothing here.
void beginOn(FeedClient& client, const Fault& fault);

// Frames with values that no trade can have, all to be rejected: `kAbsurdTrades` events.
inline constexpr int kAbsurdTrades = 14;
QString absurdTrades();
// Events that are no trades: `kUnknownEvents` of them.
inline constexpr int kUnknownEvents = 5;
QString unknownEvents();

} // namespace flowglass::market
