// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/eventtext.h"

#include "domain/time/unixtime.h"

#include <charconv>

namespace flowglass::recording::flat {

namespace {

template <class Number>
void appendNumber(std::string& out, Number number)
{
    char digits[20]; // of any 64-bit number
    const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
    out.append(digits, end);
}

// As it stood in the file.
void appendDecimal(std::string& out, std::int64_t digits, std::uint8_t decimals)
{
    if (digits < 0)
        out += '-';
    const std::size_t first = out.size();
    appendNumber(out, digits < 0 ? -digits : digits);
    if (decimals == 0)
        return;
    const std::size_t count = out.size() - first;
    if (count <= decimals)
        out.insert(first, decimals + 1U - count, '0');
    out.insert(out.size() - decimals, 1, '.');
}

} // namespace

void appendEvent(std::string& out, const Row& row, std::string_view ticker, std::string_view conditions,
                 std::uint64_t sequence)
{
    out += R"({"ev":"T","sym":")";
    out += ticker;
    out += '"';
    if (row.exchange != 0) {
        out += R"(,"x":)";
        appendNumber(out, row.exchange);
    }
    out += R"(,"p":)";
    appendDecimal(out, row.price, row.priceDecimals);
    out += R"(,"s":)";
    appendDecimal(out, row.size, row.sizeDecimals);
    if (!conditions.empty()) {
        out += R"(,"c":[)";
        out += conditions;
        out += ']';
    }
    out += R"(,"t":)";
    appendNumber(out, domain::lossyToMs({row.time}).value);
    out += R"(,"q":)";
    appendNumber(out, sequence);
    out += '}';
}

} // namespace flowglass::recording::flat
