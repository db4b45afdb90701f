// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/ordermerger.h"
#include "domain/contracttable.h"

#include <string_view>
#include <vector>

namespace flowglass::tape {
class TradeStore;
}

namespace flowglass::models {

// An order put together again from stored prints, as the detectors see it.
struct StoredOrder
{
    detect::Order order;
    domain::ContractId contract;
};

struct StoredOrders
{
    std::vector<StoredOrder> orders; // oldest first
    std::int64_t fromMs = 0;         // what was before is not known; 0 when nothing was looked at
};

// Looks back from store row `end` (not included) over at most `rows` rows. What was taken back, cancels and
// what is never judged are left out.
StoredOrders ordersOf(const tape::TradeStore& store, domain::ContractId contract, std::uint64_t end, std::size_t rows);
// The same over the tape, for the contracts of one root.
StoredOrders ordersOfRoot(const tape::TradeStore& store, const domain::ContractTable& contracts,
                          std::string_view root, std::uint64_t end, std::size_t rows);

} // namespace flowglass::models
