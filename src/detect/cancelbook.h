// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/ordermerger.h"
#include "detect/printclass.h"
#include "domain/trade.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace flowglass::detect {

// The newest prints of all contracts, chained per contract, so that a cancel can find the print it takes
// back and a flagged order its earlier prints. A ring of 48 bytes a print that grows to its capacity and
// then forgets the oldest. Serials run from 1; 0 is "none".
class CancelBook
{
public:
    struct Print
    {
        domain::Trade trade;
        std::uint64_t row = 0;
        std::uint32_t previous = 0; // serial of the contract's print before
        PrintClass printClass = PrintClass::VolumeOnly;
        bool judged : 1 = false;
        bool startsOrder : 1 = false;
        bool counted : 1 = false; // for its contract's pace
        bool cancelled : 1 = false;
    };
    static_assert(sizeof(Print) == 48);

    explicit CancelBook(std::size_t capacity = 524'288); // a power of two

    // Returns the serial of the new print. `previous`: the contract's newest so far.
    std::uint32_t add(const domain::Trade& trade, std::uint64_t row, std::uint32_t previous,
                      PrintClass printClass);
    // Nullptr once forgotten, or for 0. Good until the next add().
    const Print* print(std::uint32_t serial) const;
    Print* print(std::uint32_t serial) { return const_cast<Print*>(std::as_const(*this).print(serial)); }
    // Of the print stored at `row`, among the contract's newest kFarthest; 0 when it is not there.
    std::uint32_t serialOf(std::uint64_t row, std::uint32_t newest) const;

    // The live print that `cancel` takes back, among those from `newest` backwards: same price and size,
    // on the same exchange when there is one. The last one for CNCL and CNOL, the first for CNCO; CANC
    // must name exactly one. Looks at the contract's newest kFarthest prints only, to bound the time.
    static constexpr int kFarthest = 16'384;
    struct Found
    {
        std::uint32_t serial = 0; // 0: none, or not one alone
        bool ambiguous = false;
    };
    Found find(const domain::Trade& cancel, std::uint32_t newest);

    // The order that a judged print belongs to, from its live prints.
    struct OrderPrints
    {
        Order order;
        bool isNewest = false;              // the contract's running or last single-leg order
        std::vector<std::uint32_t> serials; // in order of arrival
    };
    OrderPrints orderOf(std::uint32_t serial, std::uint32_t newest) const;

private:
    std::size_t m_capacity;
    std::vector<Print> m_ring;
    std::uint32_t m_last = 0;
};

} // namespace flowglass::detect
