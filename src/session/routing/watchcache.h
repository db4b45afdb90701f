// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "domain/watchlist.h"

#include <cstdint>
#include <vector>

namespace flowglass::session {

// The watch list's answer per contract, asked once and then one byte to look up. One thread.
class WatchCache
{
public:
    WatchCache(const domain::ContractTable& contracts, domain::WatchList watch);

    enum class Verdict : std::uint8_t {
        Unknown,
        Unwatched,
        Shown, // watched, but its symbol cannot be read: stored, never judged
        Judged // watched
    };
    Verdict verdict(domain::ContractId contract)
    {
        if (contract.value < m_verdicts.size() && m_verdicts[contract.value] != Verdict::Unknown)
            return m_verdicts[contract.value];
        return decide(contract);
    }
    void setWatch(const domain::WatchList& watch);
    const domain::WatchList& watch() const { return m_watch; }
    const domain::ContractTable& contracts() const { return m_contracts; }

private:
    Verdict decide(domain::ContractId contract);

    const domain::ContractTable& m_contracts;
    domain::WatchList m_watch;
    std::vector<Verdict> m_verdicts; // by ContractId
};

} // namespace flowglass::session
