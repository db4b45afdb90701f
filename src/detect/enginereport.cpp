// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the engine that deals with findings: raising, merging, taking back.
#include "detect/enginecore.h"

#include <algorithm>

namespace flowglass::detect {

namespace {

constexpr std::size_t kMostOrderPrints = 32; // an order has at most one print an exchange

} // namespace

void Engine::Core::report(const Observation& seen, const Verdict& verdict, Order& order, std::uint64_t row,
                          ContractState& contract, UnderlyingState& underlying)
{
    const std::int64_t now = seen.trade.time().value;
    const bool cooling = book.isOpen(contract.anomaly) && now - contract.lastFlaggedMs <= kCoolDownMs;
    std::uint32_t id = book.isOpen(order.anomaly) ? order.anomaly : cooling ? contract.anomaly : 0;
    if (verdict.flagged())
        contract.lastFlaggedMs = std::max(contract.lastFlaggedMs, now);
    if (id != 0 && order.anomaly != id && !joinsBurst(id, verdict))
        return;
    const bool fresh = id == 0;
    if (fresh) {
        id = book.raise(seen.trade.contract, seen.trade.time());
        contract.anomaly = id;
    }
    bool changed = addOrder(id, order, contract, seen.trade, row);
    order.anomaly = id;
    changed = tell(id, seen, verdict, contract, underlying) || changed;
    if (seen.printClass == PrintClass::MultiLeg)
        book.markMultiLeg(id);
    if (!fresh && changed)
        book.revise(id);
    if (fresh || changed)
        reported.push_back(id);
}

// A burst is told by the prints that raise its score, not by each of its prints.
bool Engine::Core::joinsBurst(std::uint32_t id, const Verdict& verdict) const
{
    bool joins = false;
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        if (verdict.calibrated[i] < verdict.threshold)
            return;
        joins = joins || Detector::kEachPrint ||
                verdict.calibrated[i] >= book.surprise(id, Detector::kKind) + kRise;
    });
    return joins;
}

// The prints of the order so far, in order of arrival.
bool Engine::Core::addOrder(std::uint32_t id, const Order& order, ContractState& contract,
                            const domain::Trade& trade, std::uint64_t row)
{
    bool changed = false;
    if (order.anomaly != id && order.prints > 1) {
        std::array<const CancelBook::Print*, kMostOrderPrints> earlier{};
        std::size_t count = 0;
        const CancelBook::Print* at = m_prints.print(contract.newestPrint);
        while (at != nullptr && count < earlier.size()) {
            if (at->judged && at->printClass == PrintClass::SingleLeg) {
                earlier[count++] = at;
                if (at->startsOrder)
                    break;
            }
            at = m_prints.print(at->previous);
        }
        while (count > 0) {
            const CancelBook::Print& print = *earlier[--count];
            changed = book.addPrint(id, print.trade, print.row) || changed;
        }
        return changed;
    }
    return book.addPrint(id, trade, row);
}

bool Engine::Core::tell(std::uint32_t id, const Observation& seen, const Verdict& verdict,
                        ContractState& contract, UnderlyingState& underlying)
{
    bool changed = false;
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        const double surprise = verdict.calibrated[i];
        if (surprise < verdict.threshold - kSupport || surprise <= book.surprise(id, Detector::kKind))
            return;
        domain::Evidence evidence =
            std::get<i>(m_detectors)
                .evidence(seen, std::get<i>(contract.detectors), std::get<i>(underlying.detectors));
        evidence.surprise = surprise;
        changed = book.addEvidence(id, evidence) || changed;
    });
    return book.raiseScore(id, verdict.score) || changed;
}

void Engine::Core::takeBack(const domain::Trade& cancel, ContractState& contract)
{
    const CancelBook::Found found = m_prints.find(cancel, contract.newestPrint);
    std::optional<std::uint64_t> row;
    if (CancelBook::Print* print = m_prints.print(found.serial)) {
        row = print->row;
        undo(found.serial, *print, contract);
        print->cancelled = true;
    } else if (!found.ambiguous) {
        row = book.findPrint(cancel); // forgotten by the ring, but still in an anomaly
    }
    if (!row) {
        ++unresolvedCancels;
        return;
    }
    lastCancelled = row;
    if (const std::uint32_t id = book.cancel(*row); id != 0) {
        book.revise(id);
        reported.push_back(id);
    }
}

// What the print taught is unlearnt as far as it can be told apart: order size and exchanges, counts.
void Engine::Core::undo(std::uint32_t serial, CancelBook::Print& print, ContractState& contract)
{
    if (!print.judged)
        return;
    const CancelBook::OrderPrints of = m_prints.orderOf(serial, contract.newestPrint);
    if (of.isNewest && !contract.order.learnt) {
        ordermerger::takeOut(contract.order, print.trade);
    } else {
        forget(of.order, contract);
        Order rest = of.order;
        ordermerger::takeOut(rest, print.trade);
        if (rest.prints > 0)
            learn(rest, contract);
    }
    UnderlyingState& underlying = m_underlyings[contract.underlying];
    const bool wholeOrder = print.startsOrder && of.order.prints == 1;
    forEachDetector([&](auto i) {
        std::get<i>(m_detectors)
            .forgetPrint(print.trade, wholeOrder && print.printClass == PrintClass::SingleLeg,
                         std::get<i>(contract.detectors), std::get<i>(underlying.detectors));
    });
}

} // namespace flowglass::detect
