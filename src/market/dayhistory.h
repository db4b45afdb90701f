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
// back, its high or low stays. `updated` moves with every print, so that it tells where prints are missing.
struct DayBar
{
    domain::Price open, high, low, close; // 0 while there is no trade
    std::int64_t volume = 0;              // contracts
    std::int64_t turnover = 0;            // price units times contracts, for the average price
    domain::UnixNs updated; // 0: nothing was printed
    double lossyVwap() const;
};

// The tape so far as REST tells it: a bar per contract, and the newest prints of the whole market in a
// ring of fixed capacity, chained per contract. Times are in ns: the stream's millisecond and the print's
// number in it, so that they keep the order of the tape over all contracts.
class DayHistory
{
public:
    struct Print
    {
        domain::Trade trade;
        domain::UnixNs time;
    };

    DayHistory(std::size_t contracts, std::size_t capacity); // of prints; up to 4,000 million

    void add(const TapePrint& print, domain::Trade trade);
    const DayBar& bar(std::uint32_t contract) const { return m_bars[contract]; }
    // The contract's newest print that counts; nullptr when there is none.
    const Print* last(std::uint32_t contract) const;
    // Newest first, as far back as the ring goes, until `visit` returns false.
    void visit(std::uint32_t contract, const std::function<bool(const Print&)>& visit) const;
    // The same for the whole market, each with its number from 1 on.
    void visitAll(const std::function<bool(std::uint64_t, const Print&)>& visit) const;

private:
    struct Entry
    {
        domain::Trade trade;
        std::uint32_t back = 0;  // how many prints ago the contract's print before was; 0: out of reach
        std::uint32_t place = 0; // among the prints of its millisecond
    };
    static domain::UnixNs timeOf(const Entry& entry);

    std::size_t m_capacity;
    std::vector<Entry> m_ring;          // print number n stands at n % capacity
    std::uint64_t m_count = 0;          // prints so far
    std::vector<std::uint64_t> m_newest; // per contract: number + 1
    std::vector<DayBar> m_bars;
    std::vector<Print> m_last; // per contract; size 0: none
    domain::UnixNs m_newestTime;
};

} // namespace flowglass::market
