// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/anomalybook.h"

#include "detect/core/mergerules.h"

#include <algorithm>

namespace flowglass::detect {

using domain::Anomaly;

std::uint32_t AnomalyBook::raise(std::optional<domain::ContractId> contract, std::string_view root,
                                 domain::UnixMs time)
{
    Anomaly anomaly;
    anomaly.id = count() + 1;
    anomaly.time = time;
    anomaly.lastTime = time;
    anomaly.contract = contract;
    anomaly.root = root;
    m_anomalies.push_back(std::move(anomaly));
    m_claims.emplace_back();
    return count();
}

bool AnomalyBook::isOpen(std::uint32_t id) const
{
    return id != 0 && anomaly(id).state == Anomaly::State::Open;
}

bool AnomalyBook::addPrint(std::uint32_t id, const domain::Trade& trade, std::uint64_t row)
{
    Anomaly& anomaly = m_anomalies[id - 1];
    if (anomaly.prints.size() >= kMostPrints || isCancelled(row))
        return false;
    Holders& holders = m_byRow[row];
    std::uint32_t& holder = anomaly.isOfUnderlying() ? holders.ofUnderlying : holders.ofContract;
    if (isOpen(holder))
        return false;
    holder = id;
    anomaly.prints.push_back({trade, row, false});
    anomaly.lastTime = std::max(anomaly.lastTime, trade.time());
    ++m_standing;
    return true;
}

bool AnomalyBook::wantsClaim(std::uint32_t id, domain::AnomalyKind kind, double surprise,
                             const Claims::Basis& basis) const
{
    return m_claims[id - 1].wants(kind, surprise, basis);
}

bool AnomalyBook::addClaim(std::uint32_t id, Claims::Claim claim)
{
    Claims& claims = m_claims[id - 1];
    const bool leads = claim.evidence.surprise > claims.surprise(claim.evidence.kind);
    claims.add(std::move(claim));
    if (leads)
        claims.tell(m_anomalies[id - 1]);
    return leads;
}

double AnomalyBook::surprise(std::uint32_t id, domain::AnomalyKind kind) const
{
    return m_claims[id - 1].surprise(kind);
}

std::array<std::uint32_t, 2> AnomalyBook::cancel(std::uint64_t row)
{
    const auto at = m_byRow.find(row);
    if (!m_cancelled.insert(row).second || at == m_byRow.end())
        return {};
    const std::array<std::uint32_t, 2> holders = {at->second.ofContract, at->second.ofUnderlying};
    for (const std::uint32_t id : holders) {
        if (id == 0)
            continue;
        std::ranges::find(m_anomalies[id - 1].prints, row, &domain::AnomalyPrint::row)->cancelled = true;
        m_claims[id - 1].dropRestingOn(row);
        m_standing -= isOpen(id) ? 1U : 0U;
    }
    return holders;
}

std::vector<std::uint32_t> AnomalyBook::takeOut(const LostOrder& lost)
{
    std::vector<std::uint32_t> changed;
    for (std::uint32_t id = 1; id <= count(); ++id) {
        const Anomaly& of = anomaly(id);
        const bool mayCount = isOpen(id) && of.root == lost.root &&
                              of.lastTime.value >= lost.time.value - kOutOfOrderMs;
        if (mayCount && m_claims[id - 1].takeOut(lost))
            changed.push_back(id);
    }
    return changed;
}

void AnomalyBook::settle(std::uint32_t id)
{
    Anomaly& anomaly = m_anomalies[id - 1];
    if (anomaly.state != Anomaly::State::Open)
        return;
    const auto standing = std::ranges::count(anomaly.prints, false, &domain::AnomalyPrint::cancelled);
    if (standing > 0 && m_claims[id - 1].anyFlags()) {
        m_claims[id - 1].tell(anomaly);
        return;
    }
    anomaly.state = Anomaly::State::Withdrawn;
    m_standing -= std::uint64_t(standing);
}

std::optional<std::uint64_t> AnomalyBook::findPrint(const domain::Trade& cancel) const
{
    std::optional<std::uint64_t> found;
    for (const Anomaly& anomaly : m_anomalies) {
        if (anomaly.contract && !anomaly.isPackage() && anomaly.contract != cancel.contract)
            continue;
        for (const domain::AnomalyPrint& print : anomaly.prints) {
            const domain::Trade& trade = print.trade;
            if (print.cancelled || print.row == found || trade.contract != cancel.contract ||
                trade.price != cancel.price || trade.size != cancel.size)
                continue;
            if (found)
                return std::nullopt;
            found = print.row;
        }
    }
    return found;
}

std::optional<std::uint32_t> AnomalyBook::ofRow(std::uint64_t row) const
{
    const auto at = m_byRow.find(row);
    if (at == m_byRow.end())
        return std::nullopt;
    const Holders& holders = at->second;
    const bool ofContract = isOpen(holders.ofContract) || (holders.ofContract != 0 && !isOpen(holders.ofUnderlying));
    return ofContract ? holders.ofContract : holders.ofUnderlying;
}

} // namespace flowglass::detect
