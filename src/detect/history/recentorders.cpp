// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/history/recentorders.h"

#include "detect/cancelbook.h"
#include "detect/contractstate.h"

#include <cmath>

namespace flowglass::detect {

namespace {

constexpr std::int64_t kDisorderMs = 2'000; // judged prints of a contract are older than its newest by this at most

bool isSingleLeg(const CancelBook::Print& print)
{
    return print.judged && print.printClass == PrintClass::SingleLeg;
}

void take(Order& order, const domain::Trade& trade)
{
    if (order.prints == 0)
        order = ordermerger::start(trade, PrintClass::SingleLeg);
    else
        ordermerger::join(order, trade);
}

double fadedDollars(const CancelBook::Print& print, domain::UnixMs end)
{
    const double age = std::max(0.0, double((end - print.trade.time()).count()) / 1000.0);
    return print.trade.premium().lossyDollars() * std::exp(-age / RecentPremium::kFadeSeconds);
}

} // namespace

RecentOrders::RecentOrders(const CancelBook& prints, const ContractStateTable& contracts, std::uint32_t print)
    : m_prints(prints), m_contracts(contracts), m_print(print)
{
}

bool RecentOrders::isKnown() const
{
    return m_prints.print(m_print) != nullptr;
}

std::vector<RecentOrders::Seen> RecentOrders::ofContract(domain::ContractId contract,
                                                         std::chrono::milliseconds window) const
{
    std::vector<Seen> seen;
    const CancelBook::Print* last = m_prints.print(m_print);
    const ContractState* state = m_contracts.find(contract);
    if (last == nullptr || state == nullptr)
        return seen;
    const std::int64_t end = last->trade.time().value;
    const std::int64_t after = end - window.count();
    Order order;
    std::uint32_t serial = last->trade.contract == contract ? m_print : state->newestPrint;
    for (const CancelBook::Print* at = m_prints.print(serial); at != nullptr;
         serial = at->previous, at = m_prints.print(serial)) {
        if (serial > m_print || !isSingleLeg(*at))
            continue;
        if (at->trade.time().value <= after - kDisorderMs)
            break;
        if (!at->cancelled)
            take(order, at->trade);
        if (!at->startsOrder)
            continue;
        if (order.prints > 0 && order.startMs > after && order.startMs <= end)
            seen.push_back({order, at->counted});
        order = {};
    }
    return seen;
}

std::uint64_t RecentOrders::ofUnderlying(std::chrono::milliseconds window) const
{
    const CancelBook::Print* last = m_prints.print(m_print);
    if (last == nullptr)
        return 0;
    const std::uint32_t underlying = m_contracts.find(last->trade.contract)->underlying;
    std::uint64_t orders = 0;
    std::uint32_t serial = m_print;
    for (const CancelBook::Print* at = last; at != nullptr; at = m_prints.print(--serial)) {
        const std::int64_t age = (last->trade.time() - at->trade.time()).count();
        const bool starts = age >= 0 && age < window.count() && isSingleLeg(*at) && at->startsOrder && !at->cancelled;
        orders += starts && m_contracts.find(at->trade.contract)->underlying == underlying ? 1U : 0U;
    }
    return orders;
}

Order RecentOrders::orderSoFar() const
{
    const CancelBook::Print* at = m_prints.print(m_print);
    if (at == nullptr)
        return {};
    if (!isSingleLeg(*at))
        return ordermerger::start(at->trade, at->printClass);
    Order order;
    for (std::uint32_t serial = m_print; at != nullptr; serial = at->previous, at = m_prints.print(serial)) {
        if (!isSingleLeg(*at))
            continue;
        if (!at->cancelled || serial == m_print)
            take(order, at->trade);
        if (at->startsOrder)
            break;
    }
    return order;
}

double RecentOrders::contractDollars() const
{
    const CancelBook::Print* last = m_prints.print(m_print);
    if (last == nullptr)
        return 0.0;
    double dollars = 0.0;
    for (const CancelBook::Print* at = last; at != nullptr; at = m_prints.print(at->previous))
        dollars += at->judged ? fadedDollars(*at, last->trade.time()) : 0.0;
    return dollars;
}

double RecentOrders::underlyingDollars() const
{
    const CancelBook::Print* last = m_prints.print(m_print);
    if (last == nullptr)
        return 0.0;
    const std::uint32_t underlying = m_contracts.find(last->trade.contract)->underlying;
    double dollars = 0.0;
    std::uint32_t serial = m_print;
    for (const CancelBook::Print* at = last; at != nullptr; at = m_prints.print(--serial)) {
        if (at->judged && m_contracts.find(at->trade.contract)->underlying == underlying)
            dollars += fadedDollars(*at, last->trade.time());
    }
    return dollars;
}

} // namespace flowglass::detect
