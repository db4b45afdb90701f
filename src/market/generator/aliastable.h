// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/random.h"

#include <cstdint>
#include <vector>

namespace flowglass::market {

// Picks an index with a probability proportional to its weight, in constant time (Walker's alias method).
class AliasTable
{
public:
    AliasTable() = default;
    explicit AliasTable(const std::vector<double>& weights); // not negative, at least one above 0

    std::uint32_t pick(Random& random) const
    {
        const std::uint32_t column = random.below(std::uint32_t(m_columns.size()));
        return random.uniform() < m_columns[column].keep ? column : m_columns[column].alias;
    }
    bool isEmpty() const { return m_columns.empty(); }

private:
    struct Column
    {
        double keep = 1.0;
        std::uint32_t alias = 0;
    };
    std::vector<Column> m_columns;
};

} // namespace flowglass::market
