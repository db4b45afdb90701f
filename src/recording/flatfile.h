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
// source of frames in order of time: rows are sorted by sip_timestamp (file order on ties) with bounded
// memory (sorted runs on disk, merged), and handed out as stream events with a running sequence number, price
// and size digit by digit as in the file.
// The content decides whether it is compressed. Columns ticker, conditions, exchange, price, sip_timestamp
// and size are needed. Exact duplicates are prints of their own and stay. Rows not wanted are not looked at.
// losses(): rows that cannot be read (the first 100, by line; the last of them says how many in all), and
// one entry with the number of rows whose `correction` is not 0: this is how the provider marks trades that
// were cancelled afterwards (what each code means is not documented for options), so they do not stand and
// are left out. The last line of a .csv without an end is taken for cut off. Of a .gz the offset of a loss is
// where the compressed data around the row begins, and its bytes are 0. Torn or damaged compressed data is
// an error.
struct FlatFileConfig
{
    QString path;
    // Of tickers as in the file; asked once per run of equal tickers. Empty: all rows.
    std::function<bool(std::string_view ticker)> wanted;
    std::size_t memoryBytes = std::size_t(256) << 20; // for sorting; taken as rows come
    QString temporaryFolder; // for sorted runs; empty: the system's
    QStringList underlyings; // for the header
    Progress progress; // of reading: compressed bytes
};

// Reads and sorts the whole file. Blocking; worker thread, from which the callbacks are called; a second one
// inflates meanwhile. Error: Unreadable (names file, line or offset, and reason), Unwritable (names the
// temporary folder), Cancelled. Temporary files go with the source, or with the error.
domain::Result<std::unique_ptr<FrameSource>> openFlatFile(const FlatFileConfig& config);

} // namespace flowglass::recording
