// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/flat/linereader.h"
#include "recording/flat/losslog.h"
#include "recording/flat/rowparser.h"
#include "recording/flat/rowsorter.h"
#include "recording/flatfile.h"

#include <QElapsedTimer>

namespace flowglass::recording::flat {

// What a flat file held.
struct Imported
{
    std::unique_ptr<SortedRows> rows;
    qint64 count = 0; // of rows
    std::int64_t last = 0; // time of the last one, ns
    TextTable tickers;
    TextTable conditions;
    std::vector<Loss> losses;
};

// Reads a flat file row by row into a sorter. Used once, by one thread.
class Import
{
public:
    Import(const FlatFileConfig& config, std::unique_ptr<TextInput> input); // config: borrowed

    domain::Result<Imported> run(); // errors of openFlatFile()

private:
    domain::Result<bool> readHeader();
    domain::Result<bool> readRows();
    bool tell(qint64 fileOffset);
    Fault takeLine();
    void changeTicker(std::string_view ticker);

    const FlatFileConfig& m_config;
    qint64 m_fileBytes;
    LineReader m_lines;
    std::optional<RowParser> m_parser; // from the header on
    RowSorter m_sorter;
    std::int64_t m_last = 0; // highest time of a row
    LossLog m_losses;
    TextTable m_tickers;
    TextTable m_conditions;
    // Of the run of rows at hand:
    std::string m_ticker;
    std::string m_beginning; // of its rows, when the ticker comes first; else empty
    bool m_wanted = false;
    Fault m_tickerFault = Fault::Ticker;
    std::uint32_t m_tickerNumber = 0;
    QElapsedTimer m_sinceTold; // the progress
};

} // namespace flowglass::recording::flat
