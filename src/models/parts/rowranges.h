// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace flowglass::models {

struct RowRange
{
    int first = 0;
    int last = 0; // inclusive
    bool operator==(const RowRange&) const = default;
};

// The ranges to report for changed rows: at most kMaxRanges, so rows between may be reported too; one range
// when more than half of the table changed. Rows in any order, with repeats.
inline constexpr std::size_t kMaxRanges = 8;
std::vector<RowRange> changedRanges(std::vector<int> rows, int rowCount);
// Exactly these rows, ascending, neighbours joined.
std::vector<RowRange> exactRanges(std::vector<int> rows);

} // namespace flowglass::models
