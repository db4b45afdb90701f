// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"

#include <unordered_map>

namespace flowglass::models {

// Shares per contract as the terms told them; 100 until then.
class ContractShares
{
public:
    static constexpr std::int64_t kStandard = 100;

    // False when nothing changed.
    bool set(domain::ContractId contract, std::int64_t shares)
    {
        if (shares <= 0 || of(contract) == shares)
            return false;
        m_shares[contract.value] = shares;
        return true;
    }
    std::int64_t of(domain::ContractId contract) const
    {
        if (m_shares.empty())
            return kStandard;
        const auto found = m_shares.find(contract.value);
        return found == m_shares.end() ? kStandard : found->second;
    }

private:
    std::unordered_map<std::uint32_t, std::int64_t> m_shares;
};

} // namespace flowglass::models
