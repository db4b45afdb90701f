// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/routing/sequenceledger.h"

#include <algorithm>

namespace flowglass::session {

bool SequenceLedger::note(domain::ContractId contract, std::uint64_t sequence, std::int32_t day)
{
    if (contract.value >= m_contracts.size())
        m_contracts.resize(std::max<std::size_t>(contract.value + 1, m_contracts.size() * 2));
    Contract& entry = m_contracts[contract.value];
    if (day > entry.day) {
        entry.day = day;
        m_count -= entry.seen.size();
        entry.seen = SequenceSet();
    }
    if (!entry.seen.insert(sequence))
        return false;
    if (++m_count > m_capacity && entry.seen.size() >= kLeast)
        m_count -= entry.seen.forgetLowerHalf();
    return true;
}

} // namespace flowglass::session
