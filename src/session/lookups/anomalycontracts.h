// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/contractservice.h"
#include "detect/engine.h"
#include "domain/contracttable.h"

#include <QObject>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace flowglass::session {

// Links anomalies with what REST says about their contracts: asks for the contract of each new anomaly and,
// when its terms are settled, gives every open anomaly of that contract one more revision. A failure counts
// as an answer too, and terms that come after it as another. Waits for nothing. GUI thread.
class AnomalyContracts : public QObject
{
    Q_OBJECT

public:
    AnomalyContracts(detect::Engine& engine, const domain::ContractTable& contracts,
                     contracts::ContractService& service, QObject* parent = nullptr);

    void onUpdated(quint32 id); // the engine raised or updated it
    void onJudgedAgain(); // every anomaly is another one
    // What the newest revision of an anomaly may tell about its contract; nullptr until it was answered.
    const domain::Fetched<domain::ContractTerms>* termsFor(quint32 id) const;

Q_SIGNALS:
    void contractArrived(quint32 id); // or failed; its revision has been raised

private:
    enum class Answer : std::uint8_t { None, Failed, Terms };
    void onSettled(const QString& ticker);

    detect::Engine& m_engine;
    const domain::ContractTable& m_contracts;
    contracts::ContractService& m_service;
    std::vector<Answer> m_given;                                               // by anomaly id - 1
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_anomalies; // by ContractId: their ids
};

} // namespace flowglass::session
