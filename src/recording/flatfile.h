// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/framesource.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace flowglass::recording {

// The provider's flat file of option trades (us_options_opra/trades_v1, csv or csv.gz, columns by name) as a
// source of frames in order of time: rows are sorted by sip_timestamp (file order on ties) with bounded memory
// (sorted runs on disk, merged), and handed out as stream events with a running sequence number. Rows that
// cannot be read are counted and reported as losses, not fatal; a torn .gz is (Unreadable, with its offset).
struct FlatFileConfig
{
    QString path;
    // Of tickers as in the file; asked once per run of equal tickers. Empty: all rows.
    std::function<bool(std::string_view ticker)> wanted;
    std::size_t memoryBytes = std::size_t(256) << 20; // for sorting
    QString temporaryFolder; // for sorted runs; empty: the system's
    QStringList underlyings; // for the header
    Progress progress; // of reading: compressed bytes
};

// Reads and sorts the whole file. Blocking; worker thread. Error: Unreadable (names file, line or offset, and
// reason), Unwritable (the temporary folder), Cancelled.
domain::Result<std::unique_ptr<FrameSource>> openFlatFile(const FlatFileConfig& config);

} // namespace flowglass::recording
