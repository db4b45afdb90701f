// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/storedorders.h"

#include "tape/tradestore.h"

#include <algorithm>
#include <unordered_map>

namespace flowglass::models {

namespace {

class Collector
{
public:
    explicit Collector(const tape::TradeStore& store) : m_store(store) {}

    void take(std::uint64_t row)
    {
        const domain::Trade& trade = m_store[row];
        const detect::PrintClass printClass = detect::classOf(trade.conditions);
        if (std::size_t(printClass) >= detect::kJudgedClasses || m_store.isTakenBack(row))
            return;
        if (printClass != detect::PrintClass::SingleLeg) { // grows no order and ends none
            m_orders.push_back({detect::ordermerger::start(trade, printClass), trade.contract});
            return;
        }
        const auto [running, first] = m_running.try_emplace(trade.contract.value, m_orders.size());
        if (!first && detect::ordermerger::joins(m_orders[running->second].order, trade, printClass)) {
            detect::ordermerger::join(m_orders[running->second].order, trade);
            return;
        }
        running->second = m_orders.size();
        m_orders.push_back({detect::ordermerger::start(trade, printClass), trade.contract});
    }
    std::vector<StoredOrder> orders() { return std::move(m_orders); }

private:
    const tape::TradeStore& m_store;
    std::vector<StoredOrder> m_orders;
    std::unordered_map<std::uint32_t, std::size_t> m_running; // newest single-leg order of a contract
};

} // namespace

StoredOrders ordersOf(const tape::TradeStore& store, domain::ContractId contract, std::uint64_t end, std::size_t rows)
{
    const auto all = store.rowsOf(contract);
    const auto stop = std::size_t(std::ranges::lower_bound(all, end) - all.begin());
    if (stop == 0)
        return {};
    const std::size_t first = stop - std::min(stop, rows);
    Collector collector(store);
    for (std::size_t at = first; at < stop; ++at)
        collector.take(all[at]);
    return {collector.orders(), store[first > 0 ? all[first] : store.begin()].time().value};
}

StoredOrders ordersOfRoot(const tape::TradeStore& store, const domain::ContractTable& contracts, std::string_view root,
                          std::uint64_t end, std::size_t rows)
{
    const std::uint64_t stop = std::min(end, store.end());
    const std::uint64_t first = std::max(store.begin(), stop - std::min<std::uint64_t>(stop, rows));
    if (first >= stop)
        return {};
    Collector collector(store);
    for (std::uint64_t row = first; row < stop; ++row) {
        const auto& symbol = contracts[store[row].contract].symbol;
        if (symbol && symbol->rootText() == root)
            collector.take(row);
    }
    return {collector.orders(), store[first].time().value};
}

} // namespace flowglass::models
