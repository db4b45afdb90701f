// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/streamevent.h"

#include <QJsonObject>

#include <optional>

namespace flowglass::session {

// {"from_ms", "to_ms", "tickers", "rows": [[ticker, ms, price in 1/10,000, size, exchange, sequence, code, ...]],
// "state", "judged", "reason"}; the last three in the last part of a gap only.
QJsonObject recordedBackfill(const Backfill& fill);
std::optional<Backfill> replayedBackfill(const QJsonObject& data); // empty when it cannot be read

} // namespace flowglass::session
