// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/openinterest/openinteresthistory.h"

#include <QByteArray>
#include <QString>

namespace flowglass::session {

// The history as a file of lines, so that one more value is one more line, and one that is torn or damaged costs
// itself only: first the version, then "TICKER YYYY-MM-DD CONTRACTS CHECKSUM" (CRC-16 of what is before it, hex).
// Of two lines of one contract and day the later one holds.

QByteArray openInterestHead(); // both without their line end
QByteArray openInterestLine(const std::string& ticker, const domain::OpenInterestOfDay& value);
QByteArray openInterestText(const OpenInterestHistory& history);

struct ReadOpenInterest
{
    OpenInterestHistory history;
    std::size_t lines = 0;   // good ones, also those that another one of the same day follows, or of an expired contract
    std::size_t damaged = 0; // lines; the last one, when it has no end, is none
    bool foreign = false;    // no such file, or of another version: nothing was read
};
// Contracts that expired before `today` are left out. Any thread.
ReadOpenInterest readOpenInterest(const QByteArray& text, std::int32_t today);

struct KeptOpenInterest
{
    OpenInterestHistory history;
    QString notice;      // what the person should know; empty: nothing
    bool mayGoOn = true; // lines may be added to the file
};
// Blocking. Keeps a damaged file aside, going on with its good lines, and shortens one that holds more than it
// must. What it cannot write it says, and leaves as it is.
KeptOpenInterest loadOpenInterest(const QString& path, std::int32_t today);
// The same, of a file that another program writes: nothing is changed.
KeptOpenInterest lookAtOpenInterest(const QString& path, std::int32_t today);

} // namespace flowglass::session
