// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "domain/trade.h"
#include "tape/contracttotals.h"
#include "tape/gapfill.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

namespace flowglass::tape {

// Every watched print of this run in order of arrival, addressed by absolute row numbers from 0. Rows live in blocks
// of 65,536 and never move; over the capacity the oldest block goes as a whole. Beside them, per contract, the list of
// its rows and its totals. 36 bytes a row; a contract that never traded costs 4. Append is O(1) amortised and allocates
// only when a block or a list grows. One thread; a span or reference handed out is good until the next append.
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
    // Event time of the first and the last arrived of those that came by themselves, evicted or not; 0: none yet.
    domain::UnixMs first() const { return m_first; }
    domain::UnixMs last() const { return m_last; }
    // Absolute rows of one contract that are still stored, oldest first.
    std::span<const std::uint32_t> rowsOf(domain::ContractId contract) const;
    const ContractTotals& totals(domain::ContractId contract) const;
    // A cancel named this row: it leaves the totals, once, and stays on the tape. An evicted row is ignored.
    void takeBack(std::uint64_t row);
    void putBack(std::uint64_t row); // it was not meant after all
    bool isTakenBack(std::uint64_t row) const { return m_takenBack.contains(row); }
    const std::unordered_set<std::uint64_t>& takenBack() const { return m_takenBack; }

    struct Gap
    {
        std::uint64_t beforeRow = 0; // the first row that arrived after the gap
        domain::FeedGap gap;
        domain::UnixMs after; // event time of the feed when it was lost; 0: no trade had come yet
        GapFill fill;
    };
    void addGap(const domain::FeedGap& gap, domain::UnixMs after);      // ends the open one, if there is one
    void showOpenGap(const domain::FeedGap& gap, domain::UnixMs after); // one that lasts still: the last of gaps()
    const Gap* openGap() const;                                         // nullptr: none
    const std::vector<Gap>& gaps() const { return m_gaps; }
    std::optional<std::size_t> findGap(domain::UnixMs from, domain::UnixMs to) const; // the newest such
    void setFill(std::size_t gap, const GapFill& fill);
    std::uint64_t fillRevision() const { return m_fillRevision; } // rises with every setFill()

    // Appends a print that was fetched for a gap; empty: for one that is not known. `unusual`: as Fetched::unusual.
    std::uint64_t appendFetched(const domain::Trade& trade, std::optional<std::size_t> gap, bool unusual = false);
    struct Fetched // rows [begin, end), one after the other in the order in which they belong into their gap
    {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        std::optional<std::size_t> gap;
        bool unusual = false; // found by a check for unusual trades; others made between them are missing
    };
    const std::vector<Fetched>& fetched() const { return m_fetched; } // by row
    const Fetched* fetchedPart(std::uint64_t row) const;              // nullptr: it came by itself
    bool isFetched(std::uint64_t row) const { return fetchedPart(row) != nullptr; }

    // What stands between two rows, in the order of the tape: a gap, or that what follows was fetched for it.
    struct Marker
    {
        std::uint64_t beforeRow = 0;
        std::optional<std::size_t> gap;
        bool fetched = false;
    };
    const std::vector<Marker>& markers() const { return m_markers; }

private:
    using Block = std::array<domain::Trade, kBlockRows>;
    struct Line // one contract
    {
        ContractTotals totals;
        std::vector<std::uint32_t> rows;
        std::size_t head = 0; // rows before it are evicted
    };
    std::uint64_t put(const domain::Trade& trade);
    Line& lineOf(domain::ContractId contract);
    const Line* findLine(domain::ContractId contract) const;
    void makeRoom();
    void evictOldest();
    void findPrices(Line& line) const;

    std::size_t m_capacityBlocks;
    std::deque<std::unique_ptr<Block>> m_blocks;
    std::uint64_t m_begin = 0; // a multiple of kBlockRows
    std::uint64_t m_end = 0;
    domain::UnixMs m_first;
    domain::UnixMs m_last;
    std::vector<std::uint32_t> m_slots; // by ContractId: index of its line + 1, 0 none
    std::deque<Line> m_lines;
    std::unordered_set<std::uint64_t> m_takenBack;
    std::vector<Gap> m_gaps;
    std::vector<Fetched> m_fetched;
    std::vector<Marker> m_markers;
    std::uint64_t m_fillRevision = 0;
};

} // namespace flowglass::tape
