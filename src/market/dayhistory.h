// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"
#include "market/tapegenerator.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace flowglass::market {

// One contract's day so far. Late reports and cancels do not count; a cancelled trade's volume is taken
// back, its high or low stays.
struct DayBar
{
    domain::Price open, high, low, close; // 0 while there is no trade
    std::int64_t volume = 0;              // contracts
    std::int64_t turnover = 0;            // price units times contracts, for the average price
    domain::UnixMs updated;
    double lossyVwap() const;
};

// The tape so far as REST tells it: a bar per contract, and the newest prints of the whole market in a
// ring of fixed capacity, chained per contract.
class DayHistory
{
public:
    DayHistory(std::size_t contracts, std::size_t capacity);

    void add(const TapePrint& print, domain::Trade trade);
    const DayBar& bar(std::uint32_t contract) const { return m_bars[contract]; }
    // The contract's newest print that counts; nullptr when there is none.
    const domain::Trade* last(std::uint32_t contract) const;
    // Newest first, as far back as the ring goes, until `visit` returns false.
    void visit(std::uint32_t contract, const std::function<bool(const domain::Trade&)>& visit) const;

private:
    struct Entry
    {
        domain::Trade trade;
        std::uint64_t previous = 0; // number + 1 of the contract's print before; 0: none
    };
    std::size_t m_capacity;
    std::vector<Entry> m_ring;          // print number n stands at n % capacity
    std::uint64_t m_count = 0;          // prints so far
    std::vector<std::uint64_t> m_newest; // per contract: number + 1
    std::vector<DayBar> m_bars;
    std::vector<domain::Trade> m_last; // per contract; size 0: none
};

} // namespace flowglass::market
