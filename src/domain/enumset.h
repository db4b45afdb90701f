// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::domain {

// A set of the values of an enumeration that counts from 0 and ends in Count (at most 32). A value.
template <class Value>
class EnumSet
{
public:
    static constexpr EnumSet all()
    {
        EnumSet set;
        set.m_bits = (1U << unsigned(Value::Count)) - 1U;
        return set;
    }
    static constexpr EnumSet of(Value value)
    {
        EnumSet set;
        set.add(value);
        return set;
    }
    constexpr void add(Value value) { m_bits |= 1U << unsigned(value); }
    constexpr void add(EnumSet others) { m_bits |= others.m_bits; }
    constexpr void remove(Value value) { m_bits &= ~(1U << unsigned(value)); }
    constexpr bool has(Value value) const { return (m_bits >> unsigned(value) & 1U) != 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    bool operator==(const EnumSet&) const = default;

private:
    static_assert(unsigned(Value::Count) < 32);
    std::uint32_t m_bits = 0;
};

} // namespace flowglass::domain
