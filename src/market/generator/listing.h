// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/optionsymbol.h"
#include "domain/time/unixtime.h"
#include "market/generator/aliastable.h"
#include "market/generator/underlyings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flowglass::market {

// One contract that can trade.
struct ListedContract
{
    std::string ticker; // with O:
    domain::OptionSymbol symbol;
    domain::UnixMs expiry;           // the close of its last day
    std::uint32_t underlying = 0;    // index into underlyings()
    std::uint32_t block = 0;         // its expiry: index into Listing::blocks()
    std::uint32_t openInterest = 0;  // contracts, yesterday's
    double activity = 0.0;           // share of all orders
    double institutionalScale = 1.0; // of this contract's large sizes
};

// The contracts of one root and one expiry: strikes ascending, the call before the put of each.
struct ExpiryBlock
{
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t underlying = 0;
};

// Every contract of the simulated market, made once from the seed and the day the session starts on.
// Contracts are named by their index. Immutable.
class Listing
{
public:
    Listing(std::uint64_t seed, domain::UnixMs start);

    const std::vector<ListedContract>& contracts() const { return m_contracts; }
    const ListedContract& operator[](std::uint32_t contract) const { return m_contracts[contract]; }
    const std::vector<ExpiryBlock>& blocks() const { return m_blocks; }
    const UnderlyingProfile& profile(std::uint32_t contract) const
    {
        return underlyings()[m_contracts[contract].underlying];
    }
    std::optional<std::uint32_t> find(std::string_view ticker) const; // with O:
    // A contract of that root, the active ones more often.
    std::uint32_t pick(std::uint32_t underlying, Random& random) const { return m_picks[underlying].pick(random); }
    // The contract whose strike is nearest in the next later expiry, same right; itself in the last one.
    std::uint32_t inNextExpiry(std::uint32_t contract) const;

private:
    void addRoot(std::uint32_t underlying, std::int32_t today, Random& random);
    void addExpiry(std::uint32_t underlying, std::int32_t today, std::int32_t day, Random& random);

    std::vector<ListedContract> m_contracts;
    std::vector<ExpiryBlock> m_blocks;
    std::vector<AliasTable> m_picks; // per underlying
    std::unordered_map<std::string_view, std::uint32_t> m_byTicker;
};

} // namespace flowglass::market
