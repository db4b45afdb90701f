// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/ordermerger.h"

#include <chrono>
#include <cstdint>
#include <vector>

namespace flowglass::detect {

class CancelBook;
class ContractStateTable;

// What came before one print, and with it, for words that must be true: real counts, where scores come from
// fading ones. Looks back over the prints that the CancelBook remembers. Good for one call; costs nothing until
// it is asked.
class RecentOrders
{
public:
    // `print`: its serial; 0 when it is forgotten, which has no past.
    RecentOrders(const CancelBook& prints, const ContractStateTable& contracts, std::uint32_t print);

    bool isKnown() const;

    struct Seen
    {
        Order order;
        bool counted = false; // for its contract's pace
    };
    // Standing single-leg orders of a contract that began in the window that ends with the print; newest first.
    std::vector<Seen> ofContract(domain::ContractId contract, std::chrono::milliseconds window) const;
    // How many there were of all contracts of its underlying. Looks at all that is remembered.
    std::uint64_t ofUnderlying(std::chrono::milliseconds window) const;

    // The print's order up to it; without prints when it is forgotten.
    Order orderSoFar() const;

    // The premium behind the print as it fades (RecentPremium): dollars, of the contract or its underlying.
    double contractDollars() const;
    double underlyingDollars() const;

private:
    const CancelBook& m_prints;
    const ContractStateTable& m_contracts;
    std::uint32_t m_print;
};

} // namespace flowglass::detect
