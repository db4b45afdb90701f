// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace flowglass::tape {
class TradeStore;
}

namespace flowglass::models {

// Where the size of a print stands among the prints of its contract before it, so that it never changes. Looks at no
// more than kPrints rows and keeps what was asked last: painted rows are asked again at every tick. One thread.
class SizeHeat
{
public:
    static constexpr std::size_t kPrints = 200;
    static constexpr std::size_t kFewest = 20; // with fewer before it there is no answer

    explicit SizeHeat(const tape::TradeStore& store) : m_store(store) {}
    // Per cent of the prints before it that were smaller; none for cancels and late reports. Row must be stored.
    std::optional<int> of(std::uint64_t row) const;

private:
    int reckon(std::uint64_t row) const; // -1: no answer

    struct Known
    {
        std::uint64_t row = ~0ULL;
        int percent = -1;
    };
    const tape::TradeStore& m_store;
    mutable std::array<Known, 256> m_known; // by row; neighbours never meet
};

} // namespace flowglass::models
