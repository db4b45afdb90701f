// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace flowglass::recording::flat {

// The fields of one line of CSV, one after the other; quotes around a field are taken off. A quote within a
// field does not occur in these files and ends the reading.
class Fields
{
public:
    explicit Fields(std::string_view line) : m_rest(line) {}

    // False when there is none left, or when quotes are not as they should be.
    bool next(std::string_view& field);
    bool atEnd() const { return m_done; } // all fields were read

private:
    std::string_view m_rest;
    bool m_done = false;
    bool m_broken = false;
};

// A decimal as written: 1.50 is 150 and 2. No exponent; at most 18 digits.
struct Decimal
{
    std::int64_t digits = 0;
    std::uint8_t decimals = 0;
};
std::optional<Decimal> parseDecimal(std::string_view text);

} // namespace flowglass::recording::flat
