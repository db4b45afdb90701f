// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conditions.h"
#include "domain/contracttable.h"
#include "domain/price.h"
#include "domain/time/unixtime.h"

#include <cstdint>

namespace flowglass::domain {

// Where a print was reported, as the provider numbers it (exchanges.h); 0 when it was not given.
struct ExchangeId
{
    std::uint16_t value = 0;
    auto operator<=>(const ExchangeId&) const = default;
};

// One print as received. 32 bytes, no pointers; the same form in flight and in the store.
class Trade
{
public:
    UnixMs time() const { return {std::int64_t(m_timeAndExchange >> 16)}; }
    void setTime(UnixMs t)
    {
        m_timeAndExchange = (std::uint64_t(t.value) << 16) | (m_timeAndExchange & 0xFFFF);
    }
    ExchangeId exchange() const { return {std::uint16_t(m_timeAndExchange & 0xFFFF)}; }
    void setExchange(ExchangeId id) { m_timeAndExchange = (m_timeAndExchange & ~0xFFFFULL) | id.value; }
    // At the standard 100 shares a contract, until the contract's terms say otherwise.
    Premium premium(std::int64_t sharesPerContract = 100) const
    {
        return price.times(size, sharesPerContract);
    }
    bool operator==(const Trade&) const = default;

    // Years 1970 to 2286: what the frames may carry and the packed form can hold.
    static constexpr std::int64_t kMaxTimeMs = 9'999'999'999'999;
    static constexpr std::uint32_t kMaxSize = 10'000'000; // contracts in one print

    std::uint64_t sequence = 0; // unique per contract and session; 0: not given
    Price price;
    ContractId contract;
    std::uint32_t size = 0; // contracts
    Conditions conditions;

private:
    std::uint64_t m_timeAndExchange = 0; // ms << 16 | exchange
};
static_assert(sizeof(Trade) == 32);

} // namespace flowglass::domain
