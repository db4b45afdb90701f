// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace flowglass::domain {

enum class Right : std::uint8_t { Call, Put };

// A contract as its OSI symbol tells it (`O:NVDA261218C00150000`). A value of 16 bytes.
struct OptionSymbol
{
    std::array<char, 6> root{}; // zero padded
    Right right = Right::Call;
    std::int32_t expiryDay = 0;  // days since 1970-01-01 (a calendar date, no time zone)
    std::int32_t strikeMils = 0; // 1/1,000 dollar

    // Parsed from the right, because roots may end in a digit. Empty when it is not a valid symbol:
    // prefix, length, letters, calendar date or digits wrong. `ticker` with the `O:` prefix.
    static std::optional<OptionSymbol> parse(std::string_view ticker);

    std::string_view rootText() const;
    // An adjusted contract (after a split, merger, special dividend) has a digit behind its root.
    bool isAdjusted() const;
    // The root without the digit of an adjusted contract: NVDA for NVDA1.
    std::string_view standardRoot() const;
    std::chrono::year_month_day expiry() const;
    double lossyStrike() const { return double(strikeMils) / 1000.0; }
    bool operator==(const OptionSymbol&) const = default;
};

QString strikeText(std::int32_t strikeMils);       // "150", "2.5", exact
QString contractLabel(const OptionSymbol& symbol); // "NVDA 18 Dec 26 150 C"
QString isoDate(std::chrono::year_month_day date); // "2026-12-18"

} // namespace flowglass::domain
