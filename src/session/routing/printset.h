// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"

#include <cstdint>
#include <map>
#include <tuple>

namespace flowglass::session {

// Prints that may be told a second time by another source, which need not number them. Alike are prints of one
// contract, millisecond, price and size whose venues, conditions and sequences do not differ; what one of them was
// not given does not differ. As many are alike as were added. Forgets what is a day older than the newest, and the
// oldest beyond its capacity (some 100 bytes each). One thread.
class PrintSet
{
public:
    static constexpr std::size_t kCapacity = 100'000;

    void add(const domain::Trade& trade);
    // Whether one like it was there, which is gone then.
    bool strike(const domain::Trade& trade) { return mayHold(trade.time()) && find(trade); }
    bool isEmpty() const { return m_prints.empty(); }
    std::size_t size() const { return m_prints.size(); }

private:
    using Key = std::tuple<std::int64_t, std::uint32_t, std::int64_t, std::uint32_t>; // ms, contract, price, size

    static Key keyOf(const domain::Trade& trade);
    bool mayHold(domain::UnixMs time) const
    {
        return !m_prints.empty() && time.value <= std::get<0>(m_prints.rbegin()->first);
    }
    bool find(const domain::Trade& trade);

    std::multimap<Key, domain::Trade> m_prints;
};

} // namespace flowglass::session
