// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"

#include <array>
#include <cstdint>
#include <span>

namespace flowglass::detect {

struct ContractState;

// The newest package of an underlying: legs of one multi-leg order, which the tape does not name. They are
// printed at one time on one exchange, in sizes of small ratios. 80 bytes.
class Package
{
public:
    static constexpr std::size_t kMostLegs = 8;
    static constexpr std::uint32_t kMostRatio = 8; // of the reduced ratio's larger side

    bool joins(const domain::Trade& trade) const;
    // `first`: the state of its contract, which counts the package's alerts. `serial`: in the CancelBook.
    void start(const domain::Trade& trade, std::uint32_t serial, ContractState& first);
    void join(std::uint32_t serial);

    std::span<const std::uint32_t> legs() const { return {m_legs.data(), m_count}; } // serials
    ContractState* first() const { return m_first; }

    std::uint32_t anomaly = 0; // id that its legs are part of; 0 none
    // Of the newest package before it that was part of one; 0 none.
    std::uint32_t anomalyBefore() const { return m_anomalyBefore; }

private:
    std::uint32_t m_anomalyBefore = 0;
    ContractState* m_first = nullptr;
    std::int64_t m_ms = 0;
    std::array<std::uint32_t, kMostLegs> m_legs{};
    std::uint32_t m_size = 0; // contracts of the first leg
    domain::ExchangeId m_exchange;
    std::uint8_t m_count = 0;
};

} // namespace flowglass::detect
