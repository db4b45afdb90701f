// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"

#include <cstdint>
#include <optional>

namespace flowglass::tape {

// What the stored prints of one contract add up to since the start, evicted rows included. Cancel
// messages count only as prints; late reports leave volume and prices alone, as the provider's own
// aggregates do (domain::updatesVolume). A plain value; premium at 100 shares a contract.
class ContractTotals
{
public:
    std::uint64_t prints = 0; // every stored row of the contract
    std::uint64_t volume = 0; // contracts
    domain::Premium premium;
    std::optional<domain::Price> last, high, low; // empty until a print counts, or none is left standing
    domain::UnixMs lastTime;                      // of `last`
    domain::UnixMs newest;                        // highest event time of any row

    std::optional<double> lossyVwap() const; // dollars; empty without volume

    void add(const domain::Trade& trade);
    // Volume and premium only; the prices may need a look at the rows (TradeStore::takeBack).
    void subtract(const domain::Trade& trade);
    void addVolume(const domain::Trade& trade); // and undoes that
    void addPrice(const domain::Trade& trade);
    bool operator==(const ContractTotals&) const = default;
};

} // namespace flowglass::tape
