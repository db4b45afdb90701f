// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/flat/row.h"
#include "recording/flat/texttable.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowglass::recording::flat {

// Why a row is not played.
enum class Fault {
    None,
    TooLong,
    CutOff,
    Columns, // more or fewer than the header names, or quotes that do not match
    Ticker,
    TooManyTickers,
    Time,
    Price,
    Size,
    Exchange,
    Conditions,
    TooManyConditions,
    Correction,
    Corrected // well-formed, but it does not stand
};

// Reads rows by the names in the header line, in any order; names it does not know are passed over.
class RowParser
{
public:
    explicit RowParser(std::string_view header);
    // The first name that is needed and not there; empty when all are.
    std::string_view missingColumn() const { return m_missing; }

    bool tickerComesFirst() const { return m_tickerAt == 0; }
    // The ticker of a line, found without reading the rest; empty when there is none.
    std::string_view tickerOf(std::string_view line) const;
    // All but ticker and order. The condition list is interned in `conditions` as it stands.
    Fault parse(std::string_view line, TextTable& conditions, Row& row);

private:
    enum class Column { Ticker, Conditions, Correction, Exchange, Price, Time, Size, Unknown };
    static Column columnOf(std::string_view name);
    Fault readField(Column column, std::string_view text, TextTable& conditions, Row& row);
    Fault readConditions(std::string_view text, TextTable& conditions, Row& row);

    std::vector<Column> m_columns;
    std::size_t m_tickerAt = 0;
    std::string_view m_missing;
    // Neighbouring rows often have the same conditions.
    std::string m_lastConditions;
    std::uint16_t m_lastNumber = 0;
};

// What the provider's tickers are made of; up to the 64 characters that the decoder takes.
bool isTicker(std::string_view text);

} // namespace flowglass::recording::flat
