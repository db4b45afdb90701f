// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/contractservice.h"
#include "detect/engine.h"
#include "domain/contracttable.h"
#include "domain/time/markettime.h"
#include "tape/tradestore.h"

#include <QObject>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace flowglass::session {

// Says of each anomaly what the first snapshot of its contract after it adds: opening, volume over open
// interest, place in the market. Beside the engine and its digest, which know nothing of REST. The volume
// before the order is what the tape or the provider saw of the day, whichever is more. GUI thread.
class SnapshotTagger : public QObject
{
    Q_OBJECT

public:
    // All must outlive it.
    SnapshotTagger(const detect::Engine& engine, const tape::TradeStore& store, const domain::ContractTable& contracts,
                   const contracts::ContractService& service, QObject* parent = nullptr);

    void onUpdated(quint32 id); // the engine raised or updated it
    domain::TagSet tags(quint32 id) const; // none before its snapshot
    void onJudgedAgain(const std::vector<std::uint32_t>& newIds); // by old id - 1; 0: gone

Q_SIGNALS:
    void tagged(quint32 id);

private:
    void onDetail(const QString& ticker);
    domain::TagSet tagsFor(const domain::Anomaly& anomaly, const domain::ContractSnapshot& snapshot) const;
    std::uint64_t volumeBefore(const domain::Anomaly& anomaly) const;

    const detect::Engine& m_engine;
    const tape::TradeStore& m_store;
    const domain::ContractTable& m_contracts;
    const contracts::ContractService& m_service;
    const domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    std::uint32_t m_known = 0; // highest id seen
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_waiting; // by ContractId: ids without a snapshot
    std::unordered_map<std::uint32_t, domain::TagSet> m_tags;                // by id
};

} // namespace flowglass::session
