// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the engine that deals with findings: raising and merging.
#include "detect/enginecore.h"

#include <algorithm>

namespace flowglass::detect {

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
    const bool isLeg = of.seen.printClass == PrintClass::MultiLeg;
    if (isLeg || speaksOfOrder(of))
        of.order.anomaly = id;
    const std::vector<std::uint32_t> order =
        m_prints.orderOf(contract.newestPrint, contract.newestPrint).serials;
    bool changed = isLeg ? addPackage(id, of) : addOrder(id, of, order);
    changed = tell(id, of, order) || changed;
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
    tell(underlying.anomaly, of, {});
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
        joins = joins || Detector::kRests != Rests::OnMany ||
                surprise >= book.surprise(id, Detector::kKind) + kRise;
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

// Whether something is said of the order as a whole.
bool Engine::Core::speaksOfOrder(const Case& of)
{
    bool speaks = false;
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        speaks = speaks || (Detector::kRests == Rests::OnOrder && isTold(of.scores.counted(i), of.threshold));
    });
    return speaks;
}

// The prints of the order so far when it belongs there as a whole, in order of arrival; else this one.
bool Engine::Core::addOrder(std::uint32_t id, const Case& of, std::span<const std::uint32_t> serials)
{
    const std::int32_t day = of.seen.moment.day;
    if (of.order.anomaly != id)
        return addPrint(id, of.seen.trade, of.row, day);
    bool changed = false;
    for (const std::uint32_t serial : serials) {
        const CancelBook::Print& print = *m_prints.print(serial);
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

// What one detector's finding rests on. `order`: the serials of the order's prints.
template <std::size_t i>
Claims::Basis Engine::Core::basisOf(const Case& of, std::span<const std::uint32_t> order) const
{
    using Detector = std::tuple_element_t<i, Detectors>;
    Claims::Basis basis;
    if constexpr (requires(const Detector& detector) { detector.scored(); }) {
        CountedOrders& orders = basis.orders.emplace();
        orders.fading = std::get<i>(learnt.detectors).scored();
        if (Detector::kStake != Stake::Underlying)
            orders.contract = of.seen.trade.contract;
        orders.untilMs = of.seen.moment.baselineMs;
        orders.serial = of.contract.newestPrint;
    } else if (Detector::kRests == Rests::OnOrder) {
        for (const std::uint32_t serial : order)
            basis.rows.push_back(m_prints.print(serial)->row);
    } else {
        basis.rows = {of.row};
    }
    return basis;
}

// What the detectors have to say for an anomaly of a contract, or, without the serials of the order, of an
// underlying.
bool Engine::Core::tell(std::uint32_t id, const Case& of, std::span<const std::uint32_t> order)
{
    bool changed = false;
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        const double surprise = of.scores.counted(i);
        if ((Detector::kStake == Stake::Underlying) != order.empty() || !isTold(surprise, of.threshold))
            return;
        Claims::Claim claim;
        claim.basis = basisOf<i>(of, order);
        if (!book.wantsClaim(id, Detector::kKind, surprise, claim.basis))
            return;
        claim.evidence =
            std::get<i>(learnt.detectors)
                .evidence(of.seen, std::get<i>(of.contract.detectors), std::get<i>(of.underlying.detectors));
        claim.evidence.time = of.seen.trade.time();
        claim.evidence.surprise = surprise;
        claim.evidence.raw = of.scores.raw[i];
        claim.evidence.slope = learnt.board.calibrator(i).slope();
        claim.evidence.offset = learnt.board.calibrator(i).offset();
        claim.threshold = of.threshold;
        changed = book.addClaim(id, std::move(claim)) || changed;
    });
    return changed;
}

} // namespace flowglass::detect
