// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/tape.h"
#include "domain/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace flowglass::quality {

// The tape as the provider's flat file of option trades: its seven columns, sorted by ticker and then time,
// times in nanoseconds. All days in one file.
QByteArray flatFileText(const Tape& tape);

// Gzipped when the name ends in .gz. The error, if any: Unwritable.
std::optional<domain::Error> writeFlatFile(const Tape& tape, const QString& path);

} // namespace flowglass::quality
