// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/streamevent.h"

#include <QJsonObject>

#include <optional>

namespace flowglass::session {

// {"from_ms", "to_ms", "tickers", "rows": [[ticker, ms, price in 1/10,000, size, exchange, sequence, code, ...]],
// "underlyings", "unusual", "state", "judged", "reason", "check"}. "underlyings" as they were watched; "unusual" when the rows were found by a check for unusual
// trades; the others in the last part of a gap only, "check" when there was one.
QJsonObject recordedBackfill(const Backfill& fill);
std::optional<Backfill> replayedBackfill(const QJsonObject& data); // empty when it cannot be read
Backfill byWatchOfNow(Backfill fill); // the same where another watch list is asked for than was recorded

} // namespace flowglass::session
