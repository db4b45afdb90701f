// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>

namespace flowglass::domain {

// Up to four OPRA trade conditions of one print, a byte each (provider's ids, 201-248 known).
// Ids that do not fit a byte are kept as kOutOfRange; 0 is "none".
class Conditions
{
public:
    static constexpr std::uint8_t kOutOfRange = 255;
    static constexpr std::size_t kCapacity = 4;

    constexpr Conditions() = default;
    // False when all four places are taken.
    constexpr bool add(std::int64_t id)
    {
        for (std::uint8_t& code : m_codes) {
            if (code == 0) {
                code = id > 0 && id < kOutOfRange ? std::uint8_t(id) : kOutOfRange;
                return true;
            }
        }
        return false;
    }
    constexpr bool isEmpty() const { return m_codes[0] == 0; }
    constexpr const std::array<std::uint8_t, kCapacity>& codes() const { return m_codes; }
    bool operator==(const Conditions&) const = default;

private:
    std::array<std::uint8_t, kCapacity> m_codes{};
};

// What a condition means for judging a print; a print has the union over its conditions.
struct ConditionTraits
{
    bool cancel : 1 = false;        // 201, 203, 205, 207: takes an earlier print back
    bool late : 1 = false;          // 202, 204, 206, 208: reported late or out of sequence
    bool multiLeg : 1 = false;      // a leg of a complex order
    bool stockTied : 1 = false;     // a leg of a stock-option package
    bool cross : 1 = false;         // crossed without exposure
    bool floor : 1 = false;         // open outcry
    bool auction : 1 = false;       // price-improvement auction
    bool sweepOrder : 1 = false;    // intermarket sweep order
    bool extendedHours : 1 = false; // outside the regular session
    bool compression : 1 = false;   // multilateral compression: no market price at all
    bool proprietaryFloor : 1 = false; // price may be outside the market by rule
    bool reopening : 1 = false;     // first print after a halt
};

ConditionTraits traitsOf(Conditions conditions);
QString conditionCodes(Conditions conditions); // "ISOI;MLET", "#211" when unknown; the CSV form
QString conditionText(Conditions conditions);  // "Intermarket sweep": for people, translated
bool updatesVolume(Conditions conditions);     // false for cancels and late reports (201-207)

} // namespace flowglass::domain
