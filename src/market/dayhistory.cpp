// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/dayhistory.h"

#include <algorithm>

namespace flowglass::market {

double DayBar::lossyVwap() const
{
    return volume <= 0 ? 0.0 : double(turnover) / double(volume) / double(domain::kUnitsPerDollar);
}

DayHistory::DayHistory(std::size_t contracts, std::size_t capacity)
    : m_capacity(capacity), m_newest(contracts, 0), m_bars(contracts), m_last(contracts)
{
}

void DayHistory::add(const TapePrint& print, domain::Trade trade)
{
    const Entry entry{trade, m_newest[print.contract]};
    if (m_ring.size() < m_capacity)
        m_ring.push_back(entry);
    else
        m_ring[m_count % m_capacity] = entry;
    m_newest[print.contract] = ++m_count;

    DayBar& bar = m_bars[print.contract];
    const std::int64_t turnover = std::int64_t(print.price.units()) * print.size;
    if (domain::traitsOf(trade.conditions).cancel) {
        bar.volume -= print.size;
        bar.turnover -= turnover;
        return;
    }
    if (!domain::updatesVolume(trade.conditions))
        return;
    if (m_last[print.contract].size == 0)
        bar.open = bar.high = bar.low = print.price;
    bar.high = std::max(bar.high, print.price);
    bar.low = std::min(bar.low, print.price);
    bar.close = print.price;
    bar.volume += print.size;
    bar.turnover += turnover;
    bar.updated = trade.time();
    m_last[print.contract] = trade;
}

const domain::Trade* DayHistory::last(std::uint32_t contract) const
{
    return m_last[contract].size == 0 ? nullptr : &m_last[contract];
}

void DayHistory::visit(std::uint32_t contract, const std::function<bool(const domain::Trade&)>& visit) const
{
    for (std::uint64_t n = m_newest[contract]; n != 0 && m_count - n < m_ring.size();) {
        const Entry& entry = m_ring[(n - 1) % m_capacity];
        if (!visit(entry.trade))
            return;
        n = entry.previous;
    }
}

} // namespace flowglass::market
