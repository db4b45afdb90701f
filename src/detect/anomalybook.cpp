// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/anomalybook.h"

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
    if (holder != 0)
        return false;
    holder = id;
    anomaly.prints.push_back({trade, row, false});
    anomaly.lastTime = std::max(anomaly.lastTime, trade.time());
    ++m_standing;
    return true;
}

bool AnomalyBook::addEvidence(std::uint32_t id, const domain::Evidence& evidence)
{
    Anomaly& anomaly = m_anomalies[id - 1];
    anomaly.kinds.add(evidence.kind);
    const auto at = std::ranges::lower_bound(anomaly.evidence, evidence.kind, {}, &domain::Evidence::kind);
    if (at == anomaly.evidence.end() || at->kind != evidence.kind) {
        anomaly.evidence.insert(at, evidence);
        return true;
    }
    if (evidence.surprise <= at->surprise)
        return false;
    *at = evidence;
    return true;
}

bool AnomalyBook::raiseScore(std::uint32_t id, double score)
{
    Anomaly& anomaly = m_anomalies[id - 1];
    if (score <= anomaly.score)
        return false;
    anomaly.score = score;
    return true;
}

double AnomalyBook::surprise(std::uint32_t id, domain::AnomalyKind kind) const
{
    const auto& evidence = anomaly(id).evidence;
    const auto at = std::ranges::find(evidence, kind, &domain::Evidence::kind);
    return at == evidence.end() ? 0.0 : at->surprise;
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
        Anomaly& anomaly = m_anomalies[id - 1];
        std::ranges::find(anomaly.prints, row, &domain::AnomalyPrint::row)->cancelled = true;
        --m_standing;
        if (std::ranges::all_of(anomaly.prints, &domain::AnomalyPrint::cancelled))
            anomaly.state = Anomaly::State::Withdrawn;
    }
    return holders;
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
    return at->second.ofContract != 0 ? at->second.ofContract : at->second.ofUnderlying;
}

} // namespace flowglass::detect
