// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/learnt.h"

#include <algorithm>
#include <cstring>

namespace flowglass::detect {

namespace {

// Monday to Sunday.
std::int32_t weekOf(std::int32_t day)
{
    return (day + 3) / 7; // 1 January 1970 was a Thursday
}

// Whether a subject's newest day is over.
template <class Sizes>
bool passes(std::int32_t today, std::int32_t& day, Sizes& sizes)
{
    const bool next = day != 0 && today > day;
    if (next && weekOf(today) != weekOf(day))
        sizes.fade();
    day = std::max(day, today);
    return next;
}

} // namespace

void Learnt::learn(const Order& order, ContractState& contract)
{
    UnderlyingState& underlying = of(contract);
    sizes.learn(order.printClass, order.size, underlying.sizes, contract.sizes);
    forEachDetector(
        [&](auto i) { std::get<i>(detectors).closeOrder(order, std::get<i>(underlying.detectors)); });
    if (&order == &contract.order)
        contract.order.learnt = true;
}

void Learnt::forget(const Order& order, ContractState& contract)
{
    UnderlyingState& underlying = of(contract);
    sizes.unlearn(order.printClass, order.size, underlying.sizes, contract.sizes);
    forEachDetector(
        [&](auto i) { std::get<i>(detectors).forgetOrder(order, std::get<i>(underlying.detectors)); });
}

std::uint32_t Learnt::indexOf(const domain::OptionSymbol& symbol)
{
    std::uint64_t key = 0;
    std::memcpy(&key, symbol.root.data(), symbol.root.size());
    const auto [at, fresh] = byRoot.emplace(key, std::uint32_t(underlyings.size()));
    if (fresh)
        underlyings.emplace_back();
    return at->second;
}

void Learnt::startMarketDay(std::int32_t today)
{
    if (day == 0) {
        firstDay = today;
        days = 1;
    } else {
        ++days;
        board.fade();
        if (weekOf(today) != weekOf(day))
            sizes.fade();
    }
    day = today;
}

void Learnt::startDay(std::int32_t today, ContractState& contract)
{
    if (today > day)
        startMarketDay(today);
    UnderlyingState& underlying = of(contract);
    if (passes(today, underlying.day, underlying.sizes)) {
        orderrate::startDay(underlying.rate);
        forEachDetector(
            [&](auto i) { std::tuple_element_t<i, Detectors>::startDay(std::get<i>(underlying.detectors)); });
    }
    if (passes(today, contract.day, contract.sizes)) {
        orderrate::startDay(contract.rate);
        forEachDetector(
            [&](auto i) { std::tuple_element_t<i, Detectors>::startDay(std::get<i>(contract.detectors)); });
    }
}

} // namespace flowglass::detect
