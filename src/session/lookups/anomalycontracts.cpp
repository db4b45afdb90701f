// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lookups/anomalycontracts.h"

namespace flowglass::session {

using contracts::ContractService;
using domain::Anomaly;

AnomalyContracts::AnomalyContracts(detect::Engine& engine, const domain::ContractTable& contracts,
                                   ContractService& service, QObject* parent)
    : QObject(parent), m_engine(engine), m_contracts(contracts), m_service(service)
{
    connect(&m_service, &ContractService::termsSettled, this, &AnomalyContracts::onSettled);
}

void AnomalyContracts::onUpdated(quint32 id)
{
    if (id <= m_given.size() || m_service.isOff())
        return;
    m_given.resize(id, Answer::None);
    const std::optional<domain::ContractId> contract = m_engine.anomaly(id).contract;
    if (!contract) // of a whole underlying: nothing to ask for
        return;
    m_anomalies[contract->value].push_back(id);
    m_service.request(QString::fromStdString(m_contracts[*contract].ticker), contracts::Priority::Automatic);
}

// Those whose contract is known already tell it at once; nothing is asked twice.
void AnomalyContracts::onJudgedAgain()
{
    m_anomalies.clear();
    m_given.clear();
    for (std::uint32_t id = 1; id <= m_engine.count() && !m_service.isOff(); ++id) {
        const std::optional<domain::ContractId> contract = m_engine.anomaly(id).contract;
        const domain::ContractDetail* detail =
            contract ? m_service.detail(QString::fromStdString(m_contracts[*contract].ticker)) : nullptr;
        if (!detail || !detail->terms.value) {
            onUpdated(id);
            continue;
        }
        m_given.resize(id, Answer::Terms);
        m_anomalies[contract->value].push_back(id);
    }
}

void AnomalyContracts::onSettled(const QString& ticker)
{
    const std::optional<domain::ContractId> contract = m_contracts.find(ticker.toStdString());
    const domain::ContractDetail* detail = m_service.detail(ticker);
    if (!contract || !detail)
        return;
    const auto anomalies = m_anomalies.find(contract->value);
    if (anomalies == m_anomalies.end())
        return;
    const Answer answer = detail->terms.value ? Answer::Terms : Answer::Failed;
    for (const std::uint32_t id : anomalies->second) {
        if (m_given[id - 1] >= answer || m_engine.anomaly(id).state != Anomaly::State::Open)
            continue;
        m_given[id - 1] = answer;
        m_engine.touch(id);
        Q_EMIT contractArrived(id);
    }
}

const domain::Fetched<domain::ContractTerms>* AnomalyContracts::termsFor(quint32 id) const
{
    if (id == 0 || id > m_given.size() || m_given[id - 1] == Answer::None)
        return nullptr;
    const std::string& ticker = m_contracts[m_engine.anomaly(id).leadingContract()].ticker;
    const domain::ContractDetail* detail = m_service.detail(QString::fromStdString(ticker));
    return detail ? &detail->terms : nullptr;
}

} // namespace flowglass::session
