// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/package.h"

#include <algorithm>
#include <numeric>

namespace flowglass::detect {

bool Package::joins(const domain::Trade& trade) const
{
    if (m_count == 0 || m_count == kMostLegs || trade.time().value != m_ms || trade.exchange() != m_exchange)
        return false;
    const std::uint32_t common = std::gcd(trade.size, m_size);
    return common != 0 && std::max(trade.size, m_size) / common <= kMostRatio;
}

void Package::start(const domain::Trade& trade, std::uint32_t serial, ContractState& first)
{
    const std::uint32_t before = anomaly != 0 ? anomaly : m_anomalyBefore;
    *this = {};
    m_anomalyBefore = before;
    m_first = &first;
    m_ms = trade.time().value;
    m_exchange = trade.exchange();
    m_size = trade.size;
    join(serial);
}

void Package::join(std::uint32_t serial)
{
    m_legs[m_count++] = serial;
}

} // namespace flowglass::detect
