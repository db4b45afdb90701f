// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "session/routing/sequenceset.h"

#include <cstdint>
#include <vector>

namespace flowglass::session {

// Tells a repeated print from a new one: same contract, same non-zero sequence, same trading day. The
// provider starts the numbers again each day, so a contract's numbers are forgotten when its first
// print of a later day comes; prints of an earlier day are compared with those kept. One thread.
class SequenceLedger
{
public:
    // True when this print was noted before. Sequence 0 means "not given" and is never a repeat.
    bool isRepeat(domain::ContractId contract, std::uint64_t sequence, std::int32_t day)
    {
        return sequence != 0 && !note(contract, sequence, day);
    }

private:
    struct Contract
    {
        std::int32_t day = 0; // days since 1970-01-01, New York
        SequenceSet seen;
    };
    bool note(domain::ContractId contract, std::uint64_t sequence, std::int32_t day);

    std::vector<Contract> m_contracts; // by ContractId
};

} // namespace flowglass::session
