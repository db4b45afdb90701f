// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/rowparser.h"

#include "domain/trade.h"
#include "recording/flat/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace flowglass::recording::flat {

namespace {

// Before 2000 it is in another unit than ns, or no time at all; played, it would stretch the replay by years.
constexpr std::int64_t kEarliestNs = 946'684'800'000'000'000;
// There is no latest: what 64 bits of ns can say, a frame can carry.
static_assert(domain::Trade::kMaxTimeMs > std::numeric_limits<std::int64_t>::max() / 1'000'000);

template <class Number>
bool readWhole(std::string_view text, Number& number)
{
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && rest == end;
}

// Whole numbers in the form that JSON knows, with commas between.
bool isConditionList(std::string_view text)
{
    bool first = true; // of a number
    bool zero = false; // in front
    for (const char c : text) {
        if (c == ',' ? first : c < '0' || c > '9' || zero)
            return false;
        zero = first && c == '0';
        first = c == ',';
    }
    return !first;
}

} // namespace

bool isTicker(std::string_view text)
{
    constexpr std::size_t kLongest = 64;
    return !text.empty() && text.size() <= kLongest && std::ranges::all_of(text, [](char c) {
        return c > ' ' && c <= '~' && c != '"' && c != '\\' && c != ',';
    });
}

RowParser::Column RowParser::columnOf(std::string_view name)
{
    constexpr std::array<std::string_view, std::size_t(Column::Unknown)> kNames = {
        "ticker", "conditions", "correction", "exchange", "price", "sip_timestamp", "size"};
    return Column(std::ranges::find(kNames, name) - kNames.begin());
}

RowParser::RowParser(std::string_view header)
{
    Fields fields(header);
    std::string_view name;
    while (fields.next(name))
        m_columns.push_back(columnOf(name));
    constexpr std::array<std::string_view, 6> kNeeded = {"ticker", "conditions",    "exchange",
                                                         "price",  "sip_timestamp", "size"};
    const auto missing = std::ranges::find_if(kNeeded, [this](std::string_view needed) {
        return std::ranges::count(m_columns, columnOf(needed)) == 0;
    });
    if (missing != kNeeded.end())
        m_missing = *missing;
    else
        m_tickerAt = std::size_t(std::ranges::find(m_columns, Column::Ticker) - m_columns.begin());
}

std::string_view RowParser::tickerOf(std::string_view line) const
{
    Fields fields(line);
    std::string_view field;
    for (std::size_t at = 0; at <= m_tickerAt; ++at) {
        if (!fields.next(field))
            return {};
    }
    return field;
}

Fault RowParser::parse(std::string_view line, TextTable& conditions, Row& row)
{
    Fields fields(line);
    std::string_view field;
    Fault fault = Fault::None;
    for (const Column column : m_columns) {
        if (!fields.next(field))
            return Fault::Columns;
        if (fault == Fault::None)
            fault = readField(column, field, conditions, row);
    }
    return fields.atEnd() ? fault : Fault::Columns;
}

Fault RowParser::readField(Column column, std::string_view text, TextTable& conditions, Row& row)
{
    const auto decimal = [text](std::int64_t& digits, std::uint8_t& decimals) {
        const std::optional<Decimal> read = parseDecimal(text);
        if (read) {
            digits = read->digits;
            decimals = read->decimals;
        }
        return read.has_value();
    };
    switch (column) {
    case Column::Ticker:
    case Column::Unknown:
        return Fault::None;
    case Column::Conditions:
        return readConditions(text, conditions, row);
    case Column::Correction: {
        std::int64_t correction = 0;
        if (!text.empty() && !readWhole(text, correction))
            return Fault::Correction;
        return correction == 0 ? Fault::None : Fault::Corrected;
    }
    case Column::Exchange:
        return text.empty() || readWhole(text, row.exchange) ? Fault::None : Fault::Exchange;
    case Column::Price:
        return decimal(row.price, row.priceDecimals) ? Fault::None : Fault::Price;
    case Column::Time:
        return readWhole(text, row.time) && row.time >= kEarliestNs ? Fault::None : Fault::Time;
    case Column::Size:
        return decimal(row.size, row.sizeDecimals) ? Fault::None : Fault::Size;
    }
    return Fault::None;
}

Fault RowParser::readConditions(std::string_view text, TextTable& conditions, Row& row)
{
    if (text != m_lastConditions) {
        std::optional<std::uint32_t> number = conditions.find(text);
        if (!number) {
            if (!isConditionList(text))
                return Fault::Conditions;
            number = conditions.intern(text);
        }
        if (!number)
            return Fault::TooManyConditions;
        m_lastConditions = text;
        m_lastNumber = std::uint16_t(*number);
    }
    row.conditions = m_lastNumber;
    return Fault::None;
}

} // namespace flowglass::recording::flat
