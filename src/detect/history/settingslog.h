// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/settings.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace flowglass::detect {

// With which settings each row was judged.
class SettingsLog
{
public:
    explicit SettingsLog(const Settings& settings) : m_all{{0, settings}} {}

    void change(const Settings& settings)
    {
        if (m_all.back().fromRow == m_nextRow)
            m_all.back().settings = settings;
        else
            m_all.push_back({m_nextRow, settings});
    }
    void judged(std::uint64_t row) { m_nextRow = std::max(m_nextRow, row + 1); }

    const Settings& at(std::uint64_t row) const
    {
        const auto later = std::ranges::upper_bound(m_all, row, {}, &Entry::fromRow);
        return std::prev(later)->settings;
    }

private:
    struct Entry
    {
        std::uint64_t fromRow = 0;
        Settings settings;
    };
    std::vector<Entry> m_all; // by row; the first is from row 0
    std::uint64_t m_nextRow = 0;
};

} // namespace flowglass::detect
