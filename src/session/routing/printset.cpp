// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/routing/printset.h"

#include <algorithm>

namespace flowglass::session {

namespace {

constexpr std::int64_t kKeptMs = 86'400'000;

// The order in which conditions are listed means nothing.
auto sorted(const domain::Conditions& conditions)
{
    auto codes = conditions.codes();
    std::ranges::sort(codes);
    return codes;
}

// 0: they differ. More is more alike.
int likeness(const domain::Trade& a, const domain::Trade& b)
{
    const bool sameVenue = a.exchange() == b.exchange();
    const bool sameConditions = sorted(a.conditions) == sorted(b.conditions);
    const bool haveVenues = a.exchange().value != 0 && b.exchange().value != 0;
    const bool haveConditions = !a.conditions.isEmpty() && !b.conditions.isEmpty();
    const bool haveSequences = a.sequence != 0 && b.sequence != 0;
    if ((haveVenues && !sameVenue) || (haveConditions && !sameConditions) ||
        (haveSequences && a.sequence != b.sequence))
        return 0;
    return 1 + int(sameVenue) + int(sameConditions) + int(haveSequences);
}

} // namespace

PrintSet::Key PrintSet::keyOf(const domain::Trade& trade)
{
    return {trade.time().value, trade.contract.value, trade.price.units(), trade.size};
}

void PrintSet::add(const domain::Trade& trade)
{
    m_prints.emplace(keyOf(trade), trade);
    const std::int64_t newest = std::get<0>(m_prints.rbegin()->first);
    while (m_prints.size() > kCapacity || std::get<0>(m_prints.begin()->first) < newest - kKeptMs)
        m_prints.erase(m_prints.begin());
}

bool PrintSet::find(const domain::Trade& trade)
{
    const auto [first, last] = m_prints.equal_range(keyOf(trade));
    const auto best = std::max_element(first, last, [&trade](const auto& a, const auto& b) {
        return likeness(a.second, trade) < likeness(b.second, trade);
    });
    if (best == last || likeness(best->second, trade) == 0)
        return false;
    m_prints.erase(best);
    return true;
}

} // namespace flowglass::session
