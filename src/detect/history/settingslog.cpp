// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/history/settingslog.h"

#include <algorithm>

namespace flowglass::detect {

void SettingsLog::change(const Settings& settings)
{
    const bool used = m_runs[m_current].settings + 1 == m_all.size();
    if (used && m_runs[m_current].end > 0)
        m_all.push_back(settings);
    else
        m_all.back() = settings;
}

std::size_t SettingsLog::runOf(std::uint64_t row) const
{
    return std::size_t(std::ranges::upper_bound(m_runs, row, {}, &Run::begin) - m_runs.begin()) - 1;
}

const Settings& SettingsLog::at(std::uint64_t row) const
{
    return m_all[m_runs[runOf(row)].settings];
}

// Into a hole of an earlier run, which comes apart there, or between two.
void SettingsLog::jump(std::uint64_t row)
{
    const std::size_t now = m_all.size() - 1;
    const std::size_t at = runOf(row);
    const Run before = m_runs[at];
    if (row < before.end && before.settings == now) {
        m_current = at;
        return;
    }
    if (row == before.begin && row == m_runs[m_current].end && m_runs[m_current].settings == now) {
        ++m_runs[m_current].end; // the hole goes on
        if (++m_runs[at].begin == before.end)
            m_runs.erase(m_runs.begin() + std::ptrdiff_t(at));
        return;
    }
    m_current = at + 1;
    m_runs.insert(m_runs.begin() + std::ptrdiff_t(m_current), {row, row + 1, now});
    if (row + 1 < before.end)
        m_runs.insert(m_runs.begin() + std::ptrdiff_t(m_current) + 1, {row + 1, before.end, before.settings});
    m_runs[at].end = std::min(before.end, row);
}

} // namespace flowglass::detect
