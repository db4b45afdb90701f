// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/fields.h"

namespace flowglass::recording::flat {

bool Fields::next(std::string_view& field)
{
    if (m_done || m_broken)
        return false;
    std::size_t end = 0; // of the field in m_rest, its quotes included
    if (!m_rest.empty() && m_rest.front() == '"') {
        const std::size_t close = m_rest.find('"', 1);
        m_broken = close == std::string_view::npos || (close + 1 < m_rest.size() && m_rest[close + 1] != ',');
        if (m_broken)
            return false;
        end = close + 1;
        field = m_rest.substr(1, close - 1);
    } else {
        while (end < m_rest.size() && m_rest[end] != ',')
            ++end;
        field = m_rest.substr(0, end);
    }
    m_done = end == m_rest.size();
    m_rest.remove_prefix(m_done ? end : end + 1);
    return true;
}

std::optional<Decimal> parseDecimal(std::string_view text)
{
    constexpr std::size_t kMostDigits = 18; // always fit
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::size_t digits = point == std::string_view::npos ? text.size() : text.size() - 1;
    // As in JSON: a digit on both sides of the point.
    if (digits == 0 || digits > kMostDigits || point == 0 || point == text.size() - 1)
        return std::nullopt;
    Decimal decimal;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at == point)
            continue;
        if (text[at] < '0' || text[at] > '9')
            return std::nullopt;
        decimal.digits = decimal.digits * 10 + (text[at] - '0');
    }
    if (negative)
        decimal.digits = -decimal.digits;
    if (point != std::string_view::npos)
        decimal.decimals = std::uint8_t(text.size() - point - 1);
    return decimal;
}

} // namespace flowglass::recording::flat
