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
    m_ring.reserve(capacity); // addresses only until used; growing by copying would hold up the feed
}

domain::UnixNs DayHistory::timeOf(const Entry& entry)
{
    return {domain::toNs(entry.trade.time()).value + entry.place};
}

void DayHistory::add(const TapePrint& print, domain::Trade trade)
{
    std::uint64_t& newest = m_newest[print.contract];
    Entry entry{trade, 0, 0};
    if (newest != 0 && m_count + 1 - newest < m_capacity)
        entry.back = std::uint32_t(m_count + 1 - newest);
    if (lossyToMs(m_newestTime) == trade.time())
        entry.place = std::uint32_t(m_newestTime.value % 1'000'000) + 1;
    m_newestTime = timeOf(entry);
    if (m_ring.size() < m_capacity)
        m_ring.push_back(entry);
    else
        m_ring[m_count % m_capacity] = entry;
    newest = ++m_count;

    DayBar& bar = m_bars[print.contract];
    bar.updated = m_newestTime;
    const std::int64_t turnover = std::int64_t(print.price.units()) * print.size;
    if (domain::traitsOf(trade.conditions).cancel) {
        bar.volume -= print.size;
        bar.turnover -= turnover;
        return;
    }
    if (!domain::updatesVolume(trade.conditions))
        return;
    if (m_last[print.contract].trade.size == 0)
        bar.open = bar.high = bar.low = print.price;
    bar.high = std::max(bar.high, print.price);
    bar.low = std::min(bar.low, print.price);
    bar.close = print.price;
    bar.volume += print.size;
    bar.turnover += turnover;
    m_last[print.contract] = {trade, m_newestTime};
}

const DayHistory::Print* DayHistory::last(std::uint32_t contract) const
{
    return m_last[contract].trade.size == 0 ? nullptr : &m_last[contract];
}

void DayHistory::visit(std::uint32_t contract, const std::function<bool(const Print&)>& visit) const
{
    for (std::uint64_t n = m_newest[contract]; n != 0 && m_count - n < m_ring.size();) {
        const Entry& entry = m_ring[(n - 1) % m_capacity];
        if (!visit({entry.trade, timeOf(entry)}) || entry.back == 0)
            return;
        n -= entry.back;
    }
}

void DayHistory::visitAll(const std::function<bool(std::uint64_t, const Print&)>& visit) const
{
    for (std::uint64_t n = m_count; n != 0 && m_count - n < m_ring.size(); --n) {
        const Entry& entry = m_ring[(n - 1) % m_capacity];
        if (!visit(n, {entry.trade, timeOf(entry)}))
            return;
    }
}

} // namespace flowglass::market
