// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/rowranges.h"

#include <algorithm>
#include <functional>

namespace flowglass::models {

namespace {

void sortUnique(std::vector<int>& rows)
{
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

std::vector<RowRange> joined(const std::vector<int>& sorted, int largestHole)
{
    std::vector<RowRange> ranges;
    for (const int row : sorted) {
        if (!ranges.empty() && row - ranges.back().last - 1 <= largestHole)
            ranges.back().last = row;
        else
            ranges.push_back({row, row});
    }
    return ranges;
}

} // namespace

std::vector<RowRange> exactRanges(std::vector<int> rows)
{
    sortUnique(rows);
    return joined(rows, 0);
}

std::vector<RowRange> changedRanges(std::vector<int> rows, int rowCount)
{
    sortUnique(rows);
    if (rows.empty())
        return {};
    if (rows.size() * 2 > std::size_t(rowCount))
        return {{rows.front(), rows.back()}};
    std::vector<RowRange> ranges = joined(rows, 0);
    if (ranges.size() <= kMaxRanges)
        return ranges;
    // Only the largest holes are worth a range of their own.
    std::vector<int> holes;
    for (std::size_t at = 1; at < ranges.size(); ++at)
        holes.push_back(ranges[at].first - ranges[at - 1].last - 1);
    const auto limit = holes.begin() + std::ptrdiff_t(kMaxRanges) - 1;
    std::ranges::nth_element(holes, limit, std::greater());
    return joined(rows, *limit);
}

} // namespace flowglass::models
