// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace flowglass::domain {

// Units of 1/10,000 dollar. Exact for every price an exchange prints; never a double on the data path.
inline constexpr std::int64_t kUnitsPerDollar = 10'000;

// Money: a premium (price x size x shares per contract) or any other amount, in 1/10,000 dollar.
class Premium
{
public:
    constexpr Premium() = default;
    static constexpr Premium fromUnits(std::int64_t units) { return Premium(units); }
    constexpr std::int64_t units() const { return m_units; }
    constexpr double lossyDollars() const { return double(m_units) / double(kUnitsPerDollar); }
    constexpr Premium& operator+=(Premium other)
    {
        m_units += other.m_units;
        return *this;
    }
    constexpr Premium& operator-=(Premium other)
    {
        m_units -= other.m_units;
        return *this;
    }
    auto operator<=>(const Premium&) const = default;

private:
    explicit constexpr Premium(std::int64_t units) : m_units(units) {}
    std::int64_t m_units = 0;
};

// Dollars per share of one option print, in 1/10,000 dollar.
class Price
{
public:
    constexpr Price() = default;
    static constexpr Price fromUnits(std::int32_t units) { return Price(units); }
    // Rounds to four decimals; empty outside (0, kMaxDollars) or not a number.
    // *rounded is set when the value had more decimals than four.
    static std::optional<Price> fromDollars(double dollars, bool* rounded = nullptr);
    constexpr std::int32_t units() const { return m_units; }
    constexpr double lossyDollars() const { return double(m_units) / double(kUnitsPerDollar); }
    constexpr Premium times(std::uint32_t contracts, std::int64_t sharesPerContract) const
    {
        return Premium::fromUnits(std::int64_t(m_units) * std::int64_t(contracts) * sharesPerContract);
    }
    auto operator<=>(const Price&) const = default;

    // A strike has at most 99,999.999 dollars, so no option can trade at twice that.
    static constexpr double kMaxDollars = 200'000.0;

private:
    explicit constexpr Price(std::int32_t units) : m_units(units) {}
    std::int32_t m_units = 0;
};

// Shortest exact decimal form in the C locale: "2.5", "0.0001", "-3", "1044500".
QString decimalText(std::int64_t units);

} // namespace flowglass::domain
