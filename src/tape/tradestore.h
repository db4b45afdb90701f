// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "domain/trade.h"
#include "tape/contracttotals.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <unordered_set>
#include <vector>

namespace flowglass::tape {

// Every watched print of this run in order of arrival, addressed by absolute row numbers from 0. Rows live
// in blocks of 65,536 and never move; over the capacity the oldest block goes as a whole. Beside them, per
// contract, the list of its rows and its totals. 36 bytes a row; a contract that never traded costs 4.
// Append is O(1) amortised and allocates only when a block or a list grows. One thread; a span or
// reference handed out is good until the next append.
class TradeStore
{
public:
    static constexpr std::size_t kBlockRows = 65'536;

    // Rounded up to whole blocks, at least two, so that the newest 65,536 rows are always there.
    explicit TradeStore(std::size_t capacityRows = 10'000'000);

    std::uint64_t append(const domain::Trade& trade);        // returns its row
    const domain::Trade& operator[](std::uint64_t row) const // row in [begin(), end())
    {
        return (*m_blocks[(row - m_begin) / kBlockRows])[(row - m_begin) % kBlockRows];
    }
    std::uint64_t begin() const { return m_begin; }
    std::uint64_t end() const { return m_end; }
    std::uint64_t evicted() const { return m_begin; }

    // Absolute rows of one contract that are still stored, oldest first.
    std::span<const std::uint32_t> rowsOf(domain::ContractId contract) const;
    const ContractTotals& totals(domain::ContractId contract) const;
    // A cancel named this row: its volume, premium and prices leave the totals, once. The row stays on
    // the tape. An evicted row is ignored.
    void takeBack(std::uint64_t row);
    bool isTakenBack(std::uint64_t row) const { return m_takenBack.contains(row); }

    struct Gap
    {
        std::uint64_t beforeRow = 0; // the first row that arrived after the gap
        domain::FeedGap gap;
    };
    void addGap(const domain::FeedGap& gap);
    const std::vector<Gap>& gaps() const { return m_gaps; }

private:
    using Block = std::array<domain::Trade, kBlockRows>;
    struct Line // one contract
    {
        ContractTotals totals;
        std::vector<std::uint32_t> rows;
        std::size_t head = 0; // rows before it are evicted
    };
    Line& lineOf(domain::ContractId contract);
    const Line* findLine(domain::ContractId contract) const;
    void makeRoom();
    void evictOldest();
    void findPrices(Line& line) const;

    std::size_t m_capacityBlocks;
    std::deque<std::unique_ptr<Block>> m_blocks;
    std::uint64_t m_begin = 0; // a multiple of kBlockRows
    std::uint64_t m_end = 0;
    std::vector<std::uint32_t> m_slots; // by ContractId: index of its line + 1, 0 none
    std::deque<Line> m_lines;
    std::unordered_set<std::uint64_t> m_takenBack;
    std::vector<Gap> m_gaps;
};

} // namespace flowglass::tape
