// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/claims.h"

#include "detect/core/mergerules.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace flowglass::detect {

namespace {

domain::AnomalyKind kindOf(const Claims::Claim& claim)
{
    return claim.evidence.kind;
}

bool holds(const Claims::Basis& basis, std::uint64_t row)
{
    return std::ranges::find(basis.rows, row) != basis.rows.end();
}

bool areAlike(const Claims::Basis& a, const Claims::Basis& b)
{
    if (a.orders && b.orders) {
        const double apart = std::abs(double(a.orders->untilMs - b.orders->untilMs)) / 1000.0;
        return apart < std::max(a.orders->fading.fadeSeconds, b.orders->fading.fadeSeconds);
    }
    return !a.rows.empty() && !b.rows.empty() && (holds(a, b.rows.front()) || holds(b, a.rows.front()));
}

bool isInWindow(const Claims::Claim& claim, const LostOrder& lost)
{
    const auto age = claim.evidence.time - lost.time;
    return age >= std::chrono::milliseconds(0) && claim.evidence.window && age < *claim.evidence.window;
}

void takeOutOf(domain::Evidence& evidence, const LostOrder& lost)
{
    evidence.value = std::max(0.0, evidence.value - 1.0);
    if (evidence.kind == domain::AnomalyKind::Activity)
        --evidence.prints;
    const auto busy = std::ranges::find(evidence.busiest, lost.contract, &domain::BusyContract::contract);
    if (busy == evidence.busiest.end())
        return;
    --busy->orders;
    std::ranges::stable_sort(evidence.busiest, std::ranges::greater(), &domain::BusyContract::orders);
    if (evidence.busiest.back().orders < 1.0)
        evidence.busiest.pop_back();
}

void takeOutOf(Claims::Claim& claim, const LostOrder& lost)
{
    if (isInWindow(claim, lost))
        takeOutOf(claim.evidence, lost);
    claim.basis.orders->takeOut(lost);
    domain::Evidence& evidence = claim.evidence;
    evidence.raw = claim.basis.orders->fading.surprise();
    evidence.surprise = evidence.raw > 0.0 ? evidence.raw / evidence.slope + evidence.offset : 0.0;
}

} // namespace

bool Claims::wants(domain::AnomalyKind kind, double surprise, const Basis& basis) const
{
    const auto known = std::ranges::equal_range(m_claims, kind, {}, kindOf);
    const auto better = std::ranges::count_if(known, [&](const Claim& other) {
        return other.evidence.surprise >= surprise && areAlike(other.basis, basis);
    });
    if (std::size_t(better) >= kMostAlike)
        return false;
    return known.size() < kMostOfKind || known.back().evidence.surprise < surprise;
}

void Claims::add(Claim claim)
{
    const domain::AnomalyKind kind = kindOf(claim);
    const auto before = std::ranges::equal_range(m_claims, kind, {}, kindOf);
    std::ptrdiff_t weakest = -1; // of those alike
    std::size_t alike = 0;
    for (auto other = before.begin(); other != before.end(); ++other) {
        if (!areAlike(other->basis, claim.basis))
            continue;
        ++alike;
        weakest = other - m_claims.begin();
    }
    if (alike >= kMostAlike)
        m_claims.erase(m_claims.begin() + weakest);
    else if (before.size() >= kMostOfKind)
        m_claims.erase(before.end() - 1);
    const auto known = std::ranges::equal_range(m_claims, kind, {}, kindOf);
    const auto place = std::ranges::find_if(
        known, [&claim](const Claim& other) { return other.evidence.surprise < claim.evidence.surprise; });
    m_claims.insert(place, std::move(claim));
}

bool Claims::dropRestingOn(std::uint64_t row)
{
    return std::erase_if(m_claims, [row](const Claim& claim) { return holds(claim.basis, row); }) > 0;
}

bool Claims::takeOut(const LostOrder& lost)
{
    bool any = false;
    for (Claim& claim : m_claims) {
        if (!claim.basis.orders || !claim.basis.orders->includes(lost))
            continue;
        takeOutOf(claim, lost);
        any = true;
    }
    if (!any)
        return false;
    std::erase_if(m_claims, [](const Claim& claim) {
        return claim.basis.orders && !isTold(claim.evidence.surprise, claim.threshold);
    });
    std::ranges::stable_sort(m_claims, {}, [](const Claim& claim) {
        return std::tuple(kindOf(claim), -claim.evidence.surprise);
    });
    return true;
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
