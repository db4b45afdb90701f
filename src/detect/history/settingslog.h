// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/settings.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace flowglass::detect {

// With which settings each row was judged. Rows come in order of judging, each once: they rise but for jumps, to
// what was fetched for a gap and back. A few bytes for each jump and each change.
class SettingsLog
{
public:
    explicit SettingsLog(const Settings& settings) : m_all{settings}, m_runs(1) {}

    void change(const Settings& settings);
    void judged(std::uint64_t row)
    {
        Run& run = m_runs[m_current];
        const bool isFree = m_current + 1 == m_runs.size() || row < m_runs[m_current + 1].begin;
        if (isFree && row >= run.end && run.settings + 1 == m_all.size())
            run.end = row + 1;
        else
            jump(row);
    }
    const Settings& at(std::uint64_t row) const; // a row that was judged

private:
    // Rows [begin, end) as far as they were judged: what is left out may turn out to belong elsewhere.
    struct Run
    {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        std::size_t settings = 0; // of m_all
    };
    void jump(std::uint64_t row);
    std::size_t runOf(std::uint64_t row) const; // the last that begins at it or before
    std::vector<Settings> m_all;
    std::vector<Run> m_runs; // by begin, apart from each other; the first begins at row 0
    std::size_t m_current = 0;
};

} // namespace flowglass::detect
