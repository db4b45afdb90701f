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
// print of a later day comes; prints of an earlier day are compared with those kept. Exact over more than a
// whole day of the real market; beyond its capacity (4 bytes a number) the busiest contracts forget their lower
// half, and a repeat of what is forgotten counts as new: a print too many rather than one lost. One thread.
class SequenceLedger
{
public:
    explicit SequenceLedger(std::size_t capacity = 16'000'000) : m_capacity(capacity) {}

    // True when this print was noted before. Sequence 0 means "not given" and is never a repeat.
    bool isRepeat(domain::ContractId contract, std::uint64_t sequence, std::int32_t day)
    {
        return sequence != 0 && !note(contract, sequence, day);
    }

    std::size_t size() const { return m_count; } // numbers held

private:
    struct Contract
    {
        std::int32_t day = 0; // days since 1970-01-01, New York
        SequenceSet seen;
    };
    bool note(domain::ContractId contract, std::uint64_t sequence, std::int32_t day);

    static constexpr std::size_t kLeast = 64; // numbers that every contract may keep

    std::size_t m_capacity;
    std::size_t m_count = 0;           // numbers held
    std::vector<Contract> m_contracts; // by ContractId
};

} // namespace flowglass::session
