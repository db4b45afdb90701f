// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/time/unixtime.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace flowglass::contracts {

// What one row of a chain snapshot tells about when its contract last traded, and of its open interest.
struct ChainRow
{
    QString ticker;
    std::optional<domain::UnixNs> lastTrade;  // only with trades in the plan
    std::optional<domain::UnixNs> dayUpdated;
    std::optional<double> dayVolume;    // contracts
    std::optional<double> openInterest; // contracts
};

struct ChainPage
{
    std::vector<ChainRow> rows;
    QString nextUrl; // empty: this was the last
    int badRows = 0; // no object, or without a ticker that can be read
};

// BadAnswer: not a JSON object, or `results` is no array. Missing results are none. Any thread.
domain::Result<ChainPage> decodeChainPage(const QByteArray& body);

// The newest instant that any of the rows names. A date is none: it does not tell when the row was made.
std::optional<domain::UnixMs> newestSign(const std::vector<ChainRow>& rows);

// How sure it is that a contract traded at `from` or later.
//   Surely    last_trade or day.last_updated says so
//   Possibly  last_trade is older, but a cancel or a late report does not show there; the contract has
//             volume, and the time of its bar is missing, or is but a date (midnight in New York, as the
//             provider gives it) of that day or later
//   No        anything else: no volume and no later sign of life, or a bar that was last touched before
// A bar's time, when it is an instant, is trusted to move with every print, whatever its condition. Given
// dates only, everything that traded that day is asked. What is missed: a contract that has no volume on
// the day of the gap but a late report in it, or whose only trade was cancelled in it, at a provider that
// shows neither. Contracts that expired between the gap and the asking are in no chain (GapOrder::known).
enum class Traded { No, Possibly, Surely };
Traded tradedSince(const ChainRow& row, domain::UnixMs from);

} // namespace flowglass::contracts
