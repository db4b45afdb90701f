// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/tapescanner.h"

#include "domain/filter/unusualtrades.h"
#include "models/parts/tradecells.h"
#include "tape/tradestore.h"

#include <algorithm>
#include <iterator>

namespace flowglass::models {

TapeScanner::TapeScanner(const tape::TradeStore& store, const domain::ContractTable& contracts,
                         const TradeCells& cells)
    : m_store(store), m_contracts(contracts), m_cells(cells)
{
}

void TapeScanner::restart(const domain::TradeFilter& filter)
{
    m_filter = filter;
    m_start = m_from = m_to = m_store.end();
    m_markersFrom = m_markersTo = m_store.markers().size();
    m_taken = {m_store.takenBack().size(), m_store.begin()};
}

bool TapeScanner::passes(std::uint64_t row) const
{
    if (m_filter.isEmpty())
        return true;
    const domain::Trade& trade = m_store[row];
    const domain::TradeFilter::Standing standing{m_filter.dependsOnFlags() && m_cells.standingFlag(row) != 0,
                                                 m_filter.dependsOnCancels() && m_store.isTakenBack(row)};
    return m_filter.matches(trade, m_contracts[trade.contract], standing, m_newYork);
}

// Rows are put back only by a second judgement, after which all is looked at anew. Else the set grows, or loses
// what is evicted.
std::vector<std::uint64_t> TapeScanner::takenBack()
{
    std::vector<std::uint64_t> rows;
    const auto& taken = m_store.takenBack();
    const std::pair known{taken.size(), m_store.begin()};
    if (!m_filter.dependsOnCancels() || std::exchange(m_taken, known) == known)
        return rows;
    std::ranges::copy_if(taken, std::back_inserter(rows), [this](std::uint64_t row) {
        return row >= std::max(m_from, m_store.begin()) && row < m_to && domain::isUnusualTrade(m_store[row]);
    });
    return rows;
}

std::vector<TapeEntry> TapeScanner::newer(const QDeadlineTimer& deadline)
{
    std::vector<TapeEntry> found;
    const auto& markers = m_store.markers();
    m_to = std::max(m_to, m_store.begin()); // evicted before it was looked at: nothing to show
    const std::uint64_t end = m_store.end();
    while (m_to < end) {
        const std::uint64_t stop = std::min(end, m_to + kStep);
        for (; m_to < stop; ++m_to) {
            for (; m_markersTo < markers.size() && markers[m_markersTo].beforeRow <= m_to; ++m_markersTo)
                found.push_back(TapeEntry::marker(m_markersTo));
            if (passes(m_to))
                found.push_back(TapeEntry::print(m_to));
        }
        if (deadline.hasExpired())
            break;
    }
    for (; m_to == end && m_markersTo < markers.size(); ++m_markersTo)
        found.push_back(TapeEntry::marker(m_markersTo));
    return found;
}

std::vector<TapeEntry> TapeScanner::older(const QDeadlineTimer& deadline)
{
    std::vector<TapeEntry> found;
    const auto& markers = m_store.markers();
    const std::uint64_t begin = m_store.begin();
    while (m_from > begin) {
        const std::uint64_t stop = m_from - std::min(kStep, m_from - begin);
        for (; m_from > stop; --m_from) {
            for (; m_markersFrom > 0 && markers[m_markersFrom - 1].beforeRow >= m_from; --m_markersFrom)
                found.push_back(TapeEntry::marker(m_markersFrom - 1));
            if (passes(m_from - 1))
                found.push_back(TapeEntry::print(m_from - 1));
        }
        if (deadline.hasExpired())
            break;
    }
    for (; m_from == begin && m_markersFrom > 0 && markers[m_markersFrom - 1].beforeRow >= begin; --m_markersFrom)
        found.push_back(TapeEntry::marker(m_markersFrom - 1));
    return found;
}

bool TapeScanner::isSearching() const { return m_from > m_store.begin(); }

double TapeScanner::progress() const
{
    if (!isSearching())
        return 1.0;
    return double(m_start - m_from) / double(m_start - m_store.begin());
}

} // namespace flowglass::models
