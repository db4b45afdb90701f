// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the engine that deals with findings: raising, merging, taking back.
#include "detect/enginecore.h"

#include <algorithm>

namespace flowglass::detect {

namespace {

constexpr std::size_t kMostOrderPrints = 32; // an order has at most one print an exchange

} // namespace

// Its order's or package's open anomaly, or the contract's own while that cools down; 0: a new one.
std::uint32_t Engine::Core::anomalyFor(const Case& of) const
{
    if (book.isOpen(of.order.anomaly))
        return of.order.anomaly;
    const std::int64_t passed = of.seen.trade.time().value - of.contract.lastFlaggedMs;
    if (book.isOpen(of.contract.anomaly) && passed <= kCoolDownMs)
        return of.contract.anomaly;
    return of.seen.printClass == PrintClass::MultiLeg ? packageBefore(of) : 0;
}

// The anomaly of another leg of the same package, when its legs come in another order this time.
std::uint32_t Engine::Core::packageBefore(const Case& of) const
{
    const std::uint32_t id = of.underlying.package.anomalyBefore();
    if (!book.isOpen(id))
        return 0;
    const domain::Anomaly& before = book.anomaly(id);
    const bool sameLegs = std::ranges::any_of(before.prints, [&of](const domain::AnomalyPrint& print) {
        return print.trade.contract == of.seen.trade.contract;
    });
    const bool cooling = (of.seen.trade.time() - before.lastTime).count() <= kCoolDownMs;
    return sameLegs && cooling ? id : 0;
}

void Engine::Core::report(Case& of)
{
    const domain::Trade& trade = of.seen.trade;
    ContractState& contract = of.contract;
    std::uint32_t id = anomalyFor(of);
    if (of.scores.ofContract >= of.threshold)
        contract.lastFlaggedMs = std::max(contract.lastFlaggedMs, trade.time().value);
    if (id != 0 && of.order.anomaly != id && !joinsBurst(id, of))
        return;
    const bool fresh = id == 0;
    if (fresh)
        id = book.raise(trade.contract, of.seen.symbol.rootText(), trade.time());
    if (book.anomaly(id).contract == trade.contract)
        contract.anomaly = id; // not a package that another leg has raised
    bool changed = of.seen.printClass == PrintClass::MultiLeg ? addPackage(id, of) : addOrder(id, of);
    of.order.anomaly = id;
    changed = tell(id, of, false) || changed;
    if (!fresh && changed)
        book.revise(id);
    if (fresh || changed)
        reported.push_back(id);
}

// Told by the prints that raise its score; the others prolong it.
void Engine::Core::reportUnderlying(const Case& of)
{
    const domain::Trade& trade = of.seen.trade;
    UnderlyingState& underlying = of.underlying;
    const std::int64_t now = trade.time().value;
    const bool cooling =
        book.isOpen(underlying.anomaly) && now - underlying.lastFlaggedMs <= kUnderlyingCoolDownMs;
    underlying.lastFlaggedMs = std::max(underlying.lastFlaggedMs, now);
    if (cooling && of.scores.ofUnderlying < book.anomaly(underlying.anomaly).score + kUnderlyingRise)
        return;
    if (!cooling)
        underlying.anomaly = book.raise(std::nullopt, of.seen.symbol.rootText(), trade.time());
    addPrint(underlying.anomaly, trade, of.row, of.seen.moment.day);
    tell(underlying.anomaly, of, true);
    if (cooling)
        book.revise(underlying.anomaly);
    reported.push_back(underlying.anomaly);
    std::ranges::sort(reported);
}

// A burst is told by the prints that raise its score, not by each of its prints.
bool Engine::Core::joinsBurst(std::uint32_t id, const Case& of) const
{
    bool joins = false;
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        const double surprise = of.scores.counted(i);
        if (Detector::kStake == Stake::Underlying || surprise < of.threshold)
            return;
        joins = joins || Detector::kEachPrint || surprise >= book.surprise(id, Detector::kKind) + kRise;
    });
    return joins;
}

bool Engine::Core::addPrint(std::uint32_t id, const domain::Trade& trade, std::uint64_t row, std::int32_t day)
{
    if (!book.addPrint(id, trade, row))
        return false;
    book.tag(id, domain::tapeTags(trade, *m_table[trade.contract].symbol, day));
    return true;
}

// The prints of the order so far, in order of arrival.
bool Engine::Core::addOrder(std::uint32_t id, const Case& of)
{
    const std::int32_t day = of.seen.moment.day;
    if (of.order.anomaly == id || of.order.prints <= 1)
        return addPrint(id, of.seen.trade, of.row, day);
    std::array<const CancelBook::Print*, kMostOrderPrints> earlier{};
    std::size_t count = 0;
    const CancelBook::Print* at = m_prints.print(of.contract.newestPrint);
    while (at != nullptr && count < earlier.size()) {
        if (at->judged && at->printClass == PrintClass::SingleLeg) {
            earlier[count++] = at;
            if (at->startsOrder)
                break;
        }
        at = m_prints.print(at->previous);
    }
    bool changed = false;
    while (count > 0) {
        const CancelBook::Print& print = *earlier[--count];
        changed = addPrint(id, print.trade, print.row, day) || changed;
    }
    return changed;
}

// The legs of the package so far, in order of arrival.
bool Engine::Core::addPackage(std::uint32_t id, const Case& of)
{
    of.underlying.package.anomaly = id;
    bool changed = false;
    for (const std::uint32_t serial : of.underlying.package.legs()) {
        const CancelBook::Print* leg = m_prints.print(serial);
        if (leg != nullptr && !leg->cancelled)
            changed = addPrint(id, leg->trade, leg->row, of.seen.moment.day) || changed;
    }
    return changed;
}

bool Engine::Core::tell(std::uint32_t id, const Case& of, bool ofUnderlying)
{
    bool changed = false;
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        const double surprise = of.scores.counted(i);
        if ((Detector::kStake == Stake::Underlying) != ofUnderlying || surprise < of.threshold - kSupport ||
            surprise <= book.surprise(id, Detector::kKind))
            return;
        domain::Evidence evidence =
            std::get<i>(learnt.detectors)
                .evidence(of.seen, std::get<i>(of.contract.detectors), std::get<i>(of.underlying.detectors));
        evidence.surprise = surprise;
        changed = book.addEvidence(id, evidence) || changed;
    });
    return book.raiseScore(id, ofUnderlying ? of.scores.ofUnderlying : of.scores.ofContract) || changed;
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
    for (const std::uint32_t id : book.cancel(*row)) {
        if (id == 0)
            continue;
        book.revise(id);
        reported.push_back(id);
    }
    std::ranges::sort(reported);
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
        learnt.forget(of.order, contract);
        Order rest = of.order;
        ordermerger::takeOut(rest, print.trade);
        if (rest.prints > 0)
            learnt.learn(rest, contract);
    }
    UnderlyingState& underlying = learnt.of(contract);
    contract.premium.remove(print.trade);
    underlying.premium.remove(print.trade);
    const bool wholeOrder = print.startsOrder && of.order.prints == 1;
    if (wholeOrder && print.printClass == PrintClass::SingleLeg)
        orderrate::forget(clock.at(print.trade.time()).baselineMs, contract.rate, underlying.rate);
    forEachDetector([&](auto i) {
        std::get<i>(learnt.detectors)
            .forgetPrint(print.trade, wholeOrder && print.printClass == PrintClass::SingleLeg,
                         std::get<i>(contract.detectors), std::get<i>(underlying.detectors));
    });
}

} // namespace flowglass::detect
