// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/import.h"

#include <QCoreApplication>
#include <QDir>

namespace flowglass::recording::flat {

namespace {

// Some 300,000 contracts trade on a day. A file that invents more must not fill the memory.
constexpr std::size_t kMostTickers = 1'000'000;
constexpr std::size_t kMostConditionLists = 65'536; // Row::conditions
constexpr qint64 kTellEveryMs = 100;

domain::Error badHeader(const QString& path, std::string_view column)
{
    const QString name = QDir::toNativeSeparators(path);
    const QString missing = QString::fromLatin1(column.data(), qsizetype(column.size()));
    return {domain::Error::Code::Unreadable,
            QStringLiteral("cannot read %1: line 1: no column %2").arg(name, missing),
            QCoreApplication::translate(
                "flowglass::recording",
                "Cannot read %1: line 1 names no column \"%2\"; this is not a flat file of trades")
                .arg(name, missing)};
}

} // namespace

Import::Import(const FlatFileConfig& config, std::unique_ptr<TextInput> input)
    : m_config(config)
    , m_fileBytes(input->fileBytes())
    , m_lines(std::move(input), [this](qint64 fileOffset) { return tell(fileOffset); })
    , m_sorter(config.memoryBytes, config.temporaryFolder)
    , m_tickers(kMostTickers)
    , m_conditions(kMostConditionLists)
{
    m_conditions.intern({}); // number 0: none
}

domain::Result<Imported> Import::run()
{
    domain::Result<bool> done = readHeader();
    if (done)
        done = readRows();
    if (!done)
        return done.error();
    const qint64 count = m_sorter.rows();
    domain::Result<std::unique_ptr<SortedRows>> sorted = m_sorter.finish();
    if (!sorted)
        return sorted.error();
    return Imported{std::move(sorted).value(), count, m_last, std::move(m_tickers), std::move(m_conditions),
                    m_losses.losses()};
}

domain::Result<bool> Import::readHeader()
{
    const bool there = m_lines.next();
    if (m_lines.error())
        return *m_lines.error();
    m_parser.emplace(there ? m_lines.line() : std::string_view());
    if (!m_parser->missingColumn().empty())
        return badHeader(m_config.path, m_parser->missingColumn());
    return true;
}

domain::Result<bool> Import::readRows()
{
    while (m_lines.next()) {
        if (m_sorter.isFull()) {
            domain::Result<bool> spilled = m_sorter.spill();
            if (!spilled)
                return spilled;
        }
        const Fault fault = takeLine();
        if (fault != Fault::None)
            m_losses.add(fault, m_lines);
    }
    if (m_lines.error())
        return *m_lines.error();
    return true;
}

bool Import::tell(qint64 fileOffset)
{
    if (!m_config.progress || (m_sinceTold.isValid() && m_sinceTold.elapsed() < kTellEveryMs))
        return true;
    m_sinceTold.start();
    return m_config.progress(fileOffset, m_fileBytes);
}

Fault Import::takeLine()
{
    const std::string_view line = m_lines.line();
    if (line.empty())
        return Fault::None;
    if (m_lines.isTooLong())
        return Fault::TooLong;
    if (m_lines.isUnended())
        return Fault::CutOff;
    if (m_beginning.empty() || !line.starts_with(m_beginning)) {
        const std::string_view ticker = m_parser->tickerOf(line);
        if (ticker != m_ticker)
            changeTicker(ticker);
    }
    if (!m_wanted) {
        if (m_tickerFault == Fault::None && !m_beginning.empty())
            m_lines.skip(m_beginning);
        return m_tickerFault;
    }
    Row row;
    const Fault fault = m_parser->parse(line, m_conditions, row);
    if (fault == Fault::None) {
        row.ticker = m_tickerNumber;
        m_last = std::max(m_last, row.time);
        m_sorter.add(row);
    }
    return fault;
}

void Import::changeTicker(std::string_view ticker)
{
    m_ticker = ticker;
    m_beginning = m_parser->tickerComesFirst() ? m_ticker + ',' : std::string();
    m_wanted = false;
    m_tickerFault = Fault::Ticker;
    if (!isTicker(ticker))
        return;
    m_tickerFault = Fault::None;
    if (m_config.wanted && !m_config.wanted(ticker))
        return;
    const std::optional<std::uint32_t> number = m_tickers.intern(ticker);
    m_wanted = number.has_value();
    m_tickerNumber = number.value_or(0);
    m_tickerFault = m_wanted ? Fault::None : Fault::TooManyTickers;
}

} // namespace flowglass::recording::flat
