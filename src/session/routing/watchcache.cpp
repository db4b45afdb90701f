// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/routing/watchcache.h"

#include <algorithm>
#include <utility>

namespace flowglass::session {

WatchCache::WatchCache(const domain::ContractTable& contracts, domain::WatchList watch)
    : m_contracts(contracts), m_watch(std::move(watch))
{
}

void WatchCache::setWatch(const domain::WatchList& watch)
{
    m_watch = watch;
    std::ranges::fill(m_verdicts, Verdict::Unknown);
}

WatchCache::Verdict WatchCache::decide(domain::ContractId contract)
{
    if (contract.value >= m_verdicts.size())
        m_verdicts.resize(std::max<std::size_t>(contract.value + 1, m_verdicts.size() * 2), Verdict::Unknown);
    const domain::ContractTable::Entry& entry = m_contracts[contract];
    Verdict verdict = Verdict::Unwatched;
    if (m_watch.watches(entry))
        verdict = entry.symbol ? Verdict::Judged : Verdict::Shown;
    m_verdicts[contract.value] = verdict;
    return verdict;
}

} // namespace flowglass::session
