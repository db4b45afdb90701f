// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the engine that takes back what was cancelled: what was learnt from it, and what was said.
#include "detect/enginecore.h"

#include <algorithm>
#include <iterator>

namespace flowglass::detect {

void Engine::Core::takeBack(const domain::Trade& cancel, ContractState& contract)
{
    const CancelBook::Found found = m_prints.find(cancel, contract.newestPrint);
    std::optional<std::uint64_t> row;
    CancelBook::Print* print = m_prints.print(found.serial);
    if (print != nullptr)
        row = print->row;
    else if (!found.ambiguous)
        row = book.findPrint(cancel); // forgotten by the ring, but still in an anomaly
    if (!row) {
        ++unresolvedCancels;
        return;
    }
    lastCancelled = row;
    const std::array<std::uint32_t, 2> holders = book.cancel(*row);
    std::vector<std::uint32_t> touched;
    if (print != nullptr) {
        print->cancelled = true;
        touched = undo(found.serial, *print, contract);
    }
    std::ranges::copy_if(holders, std::back_inserter(touched), [](std::uint32_t id) { return id != 0; });
    std::ranges::sort(touched);
    const auto twice = std::ranges::unique(touched);
    touched.erase(twice.begin(), twice.end());
    for (const std::uint32_t id : touched) {
        book.settle(id);
        tagAgain(id);
        book.revise(id);
    }
    reported = std::move(touched);
}

// What the print taught is unlearnt as far as it can be told apart: order size and exchanges, counts.
std::vector<std::uint32_t> Engine::Core::undo(std::uint32_t serial, const CancelBook::Print& print,
                                              ContractState& contract)
{
    if (!print.judged)
        return {};
    const CancelBook::OrderPrints left = m_prints.orderOf(serial, contract.newestPrint);
    const bool single = print.printClass == PrintClass::SingleLeg;
    if (single && left.isNewest && !contract.order.learnt) {
        ordermerger::takeOut(contract.order, print.trade);
        judgeAgain(left, contract);
    } else {
        Order whole = ordermerger::start(print.trade, print.printClass);
        for (const std::uint32_t other : left.serials)
            ordermerger::join(whole, m_prints.print(other)->trade);
        learnt.forget(whole, contract);
        judgeAgain(left, contract);
        if (!left.serials.empty())
            learnt.learn(left.order, contract);
    }
    UnderlyingState& underlying = learnt.of(contract);
    contract.premium.remove(print.trade);
    underlying.premium.remove(print.trade);
    const bool wholeOrder = print.startsOrder && left.serials.empty() && single;
    const std::int64_t baselineMs = clock.at(print.trade.time()).baselineMs;
    if (wholeOrder)
        orderrate::forget(baselineMs, contract.rate, underlying.rate);
    forEachDetector([&](auto i) {
        std::get<i>(learnt.detectors)
            .forgetPrint(print.trade, wholeOrder, std::get<i>(contract.detectors),
                         std::get<i>(underlying.detectors));
    });
    if (!single)
        return {};
    const bool counted = print.counted || std::ranges::any_of(left.serials, [this](std::uint32_t other) {
                             return m_prints.print(other)->counted;
                         });
    const std::uint32_t size = print.trade.size + (left.serials.empty() ? 0 : left.order.size);
    return book.takeOut({print.trade.contract, m_table[print.trade.contract].symbol->rootText(), print.trade.time(),
                         baselineMs, serial, size, left.serials.empty(), counted});
}

// An order that was flagged as a whole has lost a print: what is left of it may be worth the flag still.
void Engine::Core::judgeAgain(const CancelBook::OrderPrints& left, ContractState& contract)
{
    if (left.serials.empty())
        return;
    const CancelBook::Print& last = *m_prints.print(left.serials.back());
    const std::uint32_t id = book.ofRow(last.row).value_or(0);
    if (!book.isOpen(id) || book.anomaly(id).contract != last.trade.contract)
        return;
    UnderlyingState& underlying = learnt.of(contract);
    const MarketClock::Moment moment = clock.at(last.trade.time());
    const OrderPace pace(moment, contract.rate, underlying.rate);
    const double tail = learnt.sizes.tail(last.printClass, left.order.size, underlying.sizes, contract.sizes);
    const RecentOrders recent(m_prints, m_contracts, left.serials.back());
    const Observation seen{last.trade, last.printClass, left.order,     false,
                           false,      tail,            contract.sizes, underlying.sizes,
                           moment,     pace,            false,          recent,
                           *m_table[last.trade.contract].symbol,        m_table};
    Order order = left.order;
    Case of{seen, last.row, order, contract, underlying, contract.peaks, {}};
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        if constexpr (Detector::kRests == Rests::OnOrder)
            of.scores.raw[i] =
                std::get<i>(learnt.detectors)
                    .judge(seen, std::get<i>(contract.detectors), std::get<i>(underlying.detectors))
                    .surprise;
    });
    calibrate(of);
    of.threshold = thresholdFor(seen.printClass);
    tell(id, of, left.serials);
}

// The tags of the prints that stand.
void Engine::Core::tagAgain(std::uint32_t id)
{
    const domain::Anomaly& anomaly = book.anomaly(id);
    if (!book.isOpen(id))
        return;
    domain::TagSet tags;
    for (const domain::AnomalyPrint* print : anomaly.standingPrints()) {
        const domain::Trade& trade = print->trade;
        tags.add(domain::tapeTags(trade, *m_table[trade.contract].symbol, clock.at(trade.time()).day));
    }
    if (anomaly.tags.has(domain::AnomalyTag::Late))
        tags.add(domain::AnomalyTag::Late);
    book.setTags(id, tags);
}

} // namespace flowglass::detect
