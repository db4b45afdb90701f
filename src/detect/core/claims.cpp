// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/claims.h"

#include <algorithm>

namespace flowglass::detect {

namespace {

domain::AnomalyKind kindOf(const Claims::Claim& claim)
{
    return claim.evidence.kind;
}

} // namespace

bool Claims::wants(domain::AnomalyKind kind, double surprise) const
{
    const auto known = std::ranges::equal_range(m_claims, kind, {}, kindOf);
    return known.size() < kMostOfKind || known.back().evidence.surprise < surprise;
}

void Claims::add(Claim claim)
{
    const domain::AnomalyKind kind = kindOf(claim);
    const auto known = std::ranges::equal_range(m_claims, kind, {}, kindOf);
    const auto place = std::ranges::find_if(
        known, [&claim](const Claim& other) { return other.evidence.surprise < claim.evidence.surprise; });
    const bool full = known.size() >= kMostOfKind;
    const auto last = known.end() - m_claims.begin();
    m_claims.insert(place, std::move(claim));
    if (full)
        m_claims.erase(m_claims.begin() + last);
}

bool Claims::dropRestingOn(std::uint64_t row)
{
    return std::erase_if(m_claims, [row](const Claim& claim) {
               return std::ranges::find(claim.rows, row) != claim.rows.end();
           }) > 0;
}

bool Claims::anyFlags() const
{
    return std::ranges::any_of(m_claims, &Claim::flags);
}

double Claims::surprise(domain::AnomalyKind kind) const
{
    const auto first = std::ranges::lower_bound(m_claims, kind, {}, kindOf);
    return first == m_claims.end() || kindOf(*first) != kind ? 0.0 : first->evidence.surprise;
}

void Claims::tell(domain::Anomaly& anomaly) const
{
    anomaly.kinds = {};
    anomaly.evidence.clear();
    anomaly.score = 0.0;
    for (const Claim& claim : m_claims) {
        if (anomaly.kinds.has(kindOf(claim)))
            continue;
        anomaly.kinds.add(kindOf(claim));
        anomaly.evidence.push_back(claim.evidence);
        anomaly.score = std::max(anomaly.score, claim.evidence.surprise);
    }
}

} // namespace flowglass::detect
