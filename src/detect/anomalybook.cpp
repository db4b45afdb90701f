// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/anomalybook.h"

#include <algorithm>

namespace flowglass::detect {

using domain::Anomaly;

std::uint32_t AnomalyBook::raise(domain::ContractId contract, domain::UnixMs time)
{
    Anomaly anomaly;
    anomaly.id = count() + 1;
    anomaly.time = time;
    anomaly.lastTime = time;
    anomaly.contract = contract;
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
    if (anomaly.prints.size() >= kMostPrints || isCancelled(row) || !m_byRow.emplace(row, id).second)
        return false;
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

std::uint32_t AnomalyBook::cancel(std::uint64_t row)
{
    if (!m_cancelled.insert(row).second)
        return 0;
    const std::optional<std::uint32_t> id = ofRow(row);
    if (!id)
        return 0;
    Anomaly& anomaly = m_anomalies[*id - 1];
    std::ranges::find(anomaly.prints, row, &domain::AnomalyPrint::row)->cancelled = true;
    --m_standing;
    if (std::ranges::all_of(anomaly.prints, &domain::AnomalyPrint::cancelled))
        anomaly.state = Anomaly::State::Withdrawn;
    return *id;
}

std::optional<std::uint64_t> AnomalyBook::findPrint(const domain::Trade& cancel) const
{
    std::optional<std::uint64_t> found;
    for (const Anomaly& anomaly : m_anomalies) {
        if (anomaly.contract != cancel.contract)
            continue;
        for (const domain::AnomalyPrint& print : anomaly.prints) {
            if (print.cancelled || print.trade.price != cancel.price || print.trade.size != cancel.size)
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
    return at->second;
}

} // namespace flowglass::detect
