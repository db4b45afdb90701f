// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tape/tradestore.h"

#include <algorithm>

namespace flowglass::tape {

TradeStore::TradeStore(std::size_t capacityRows)
    : m_capacityBlocks(std::max<std::size_t>(2, (capacityRows + kBlockRows - 1) / kBlockRows))
{
}

std::uint64_t TradeStore::append(const domain::Trade& trade)
{
    if (m_first.value == 0)
        m_first = trade.time();
    m_last = trade.time(); // not the highest: a wrong time must not stay
    return put(trade);
}

std::uint64_t TradeStore::put(const domain::Trade& trade)
{
    if (m_end == m_begin + m_blocks.size() * kBlockRows)
        makeRoom();
    const std::uint64_t row = m_end++;
    (*m_blocks.back())[(row - m_begin) % kBlockRows] = trade;
    Line& line = lineOf(trade.contract);
    line.totals.add(trade);
    line.rows.push_back(std::uint32_t(row));
    return row;
}

void TradeStore::makeRoom()
{
    if (m_blocks.size() < m_capacityBlocks)
        m_blocks.push_back(std::make_unique<Block>());
    else
        evictOldest();
}

// The oldest block becomes the newest: a full store allocates no more rows.
void TradeStore::evictOldest()
{
    std::unique_ptr<Block> block = std::move(m_blocks.front());
    m_blocks.pop_front();
    m_begin += kBlockRows;
    for (const domain::Trade& trade : *block) {
        Line& line = lineOf(trade.contract);
        if (++line.head * 2 < line.rows.size())
            continue;
        line.rows.erase(line.rows.begin(), line.rows.begin() + std::ptrdiff_t(line.head));
        line.head = 0;
        if (line.rows.size() * 4 < line.rows.capacity())
            line.rows.shrink_to_fit();
    }
    if (!m_takenBack.empty())
        std::erase_if(m_takenBack, [this](std::uint64_t row) { return row < m_begin; });
    m_blocks.push_back(std::move(block));
}

TradeStore::Line& TradeStore::lineOf(domain::ContractId contract)
{
    if (contract.value >= m_slots.size())
        m_slots.resize(std::max<std::size_t>(contract.value + 1ULL, m_slots.size() * 2));
    std::uint32_t& slot = m_slots[contract.value];
    if (slot == 0) {
        m_lines.emplace_back();
        slot = std::uint32_t(m_lines.size());
    }
    return m_lines[slot - 1];
}

const TradeStore::Line* TradeStore::findLine(domain::ContractId contract) const
{
    if (contract.value >= m_slots.size() || m_slots[contract.value] == 0)
        return nullptr;
    return &m_lines[m_slots[contract.value] - 1];
}

std::span<const std::uint32_t> TradeStore::rowsOf(domain::ContractId contract) const
{
    const Line* line = findLine(contract);
    if (line == nullptr)
        return {};
    return std::span(line->rows).subspan(line->head);
}

const ContractTotals& TradeStore::totals(domain::ContractId contract) const
{
    static const ContractTotals kNone;
    const Line* line = findLine(contract);
    return line == nullptr ? kNone : line->totals;
}

void TradeStore::takeBack(std::uint64_t row)
{
    if (row < m_begin || row >= m_end || !m_takenBack.insert(row).second)
        return;
    const domain::Trade& trade = (*this)[row];
    Line& line = lineOf(trade.contract);
    line.totals.subtract(trade);
    const ContractTotals& totals = line.totals;
    if (trade.price == totals.high || trade.price == totals.low || trade.price == totals.last)
        findPrices(line);
}

void TradeStore::putBack(std::uint64_t row)
{
    if (row < m_begin || m_takenBack.erase(row) == 0)
        return;
    Line& line = lineOf((*this)[row].contract);
    line.totals.addVolume((*this)[row]);
    findPrices(line);
}

// From the rows still stored: of those evicted, only what they summed to is known.
void TradeStore::findPrices(Line& line) const
{
    line.totals.last.reset();
    line.totals.high.reset();
    line.totals.low.reset();
    line.totals.lastTime = {};
    for (std::size_t at = line.head; at < line.rows.size(); ++at) {
        if (!isTakenBack(line.rows[at]))
            line.totals.addPrice((*this)[line.rows[at]]);
    }
}

void TradeStore::addGap(const domain::FeedGap& gap, domain::UnixMs after)
{
    if (openGap() != nullptr) {
        m_gaps.back() = {m_gaps.back().beforeRow, gap, after, {}};
        ++m_fillRevision;
        return;
    }
    m_markers.push_back({m_end, m_gaps.size(), false});
    m_gaps.push_back({m_end, gap, after, {}});
}

void TradeStore::showOpenGap(const domain::FeedGap& gap, domain::UnixMs after)
{
    addGap(gap, after);
    setFill(m_gaps.size() - 1, {GapFill::State::Open, {}, 0, {}});
}

const TradeStore::Gap* TradeStore::openGap() const
{
    const bool lasts = !m_gaps.empty() && m_gaps.back().fill.state == GapFill::State::Open;
    return lasts ? &m_gaps.back() : nullptr;
}

std::optional<std::size_t> TradeStore::findGap(domain::UnixMs from, domain::UnixMs to) const
{
    for (std::size_t at = m_gaps.size(); at-- > 0;) {
        if (m_gaps[at].gap.from == from && m_gaps[at].gap.to == to)
            return at;
    }
    return std::nullopt;
}

void TradeStore::setFill(std::size_t gap, const GapFill& fill)
{
    m_gaps[gap].fill = fill;
    ++m_fillRevision;
}

std::uint64_t TradeStore::appendFetched(const domain::Trade& trade, std::optional<std::size_t> gap, bool unusual)
{
    const std::uint64_t row = put(trade);
    const auto goesOn = [&](const Fetched& last) { return last.end == row && last.gap == gap && last.unusual == unusual; };
    if (!m_fetched.empty() && goesOn(m_fetched.back())) {
        ++m_fetched.back().end;
        return row;
    }
    if (std::ranges::none_of(m_fetched, [gap](const Fetched& part) { return part.gap == gap; }))
        m_markers.push_back({row, gap, true});
    m_fetched.push_back({row, row + 1, gap, unusual});
    return row;
}

const TradeStore::Fetched* TradeStore::fetchedPart(std::uint64_t row) const
{
    const auto after = std::ranges::upper_bound(m_fetched, row, {}, &Fetched::begin);
    return after != m_fetched.begin() && row < std::prev(after)->end ? &*std::prev(after) : nullptr;
}

} // namespace flowglass::tape
