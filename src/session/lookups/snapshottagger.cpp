// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lookups/snapshottagger.h"

#include "domain/conditions.h"

#include <algorithm>

namespace flowglass::session {

namespace {

// Prints of several orders may have opened and closed again; only one order is certain.
double largestOrder(const domain::Anomaly& anomaly)
{
    double contracts = 0.0;
    for (const domain::AnomalyPrint* print : anomaly.standingPrints())
        contracts = std::max(contracts, double(print->trade.size));
    for (const domain::Evidence& evidence : anomaly.evidence) {
        if (evidence.kind == domain::AnomalyKind::Size || evidence.kind == domain::AnomalyKind::Sweep)
            contracts = std::max(contracts, evidence.value);
    }
    return contracts;
}

} // namespace

SnapshotTagger::SnapshotTagger(const detect::Engine& engine, const tape::TradeStore& store,
                               const domain::ContractTable& contracts, const contracts::ContractService& service,
                               QObject* parent)
    : QObject(parent), m_engine(engine), m_store(store), m_contracts(contracts), m_service(service)
{
    connect(&m_service, &contracts::ContractService::detailChanged, this, &SnapshotTagger::onDetail);
}

void SnapshotTagger::onUpdated(quint32 id)
{
    if (id <= m_known)
        return;
    m_known = id;
    const domain::Anomaly& anomaly = m_engine.anomaly(id);
    if (m_tags.contains(id) || anomaly.isPackage() || !anomaly.contract || m_service.isOff())
        return; // a leg's size and price say nothing by themselves
    m_waiting[anomaly.contract->value].push_back(id);
    onDetail(QString::fromStdString(m_contracts[*anomaly.contract].ticker));
}

void SnapshotTagger::onJudgedAgain(const std::vector<std::uint32_t>& newIds)
{
    std::unordered_map<std::uint32_t, domain::TagSet> kept;
    for (const auto& [id, tags] : m_tags) {
        if (id <= newIds.size() && newIds[id - 1] != 0)
            kept[newIds[id - 1]] = tags;
    }
    m_tags = std::move(kept);
    m_waiting.clear();
    m_known = 0;
    for (std::uint32_t id = 1; id <= m_engine.count(); ++id)
        onUpdated(id);
}

domain::TagSet SnapshotTagger::tags(quint32 id) const
{
    const auto found = m_tags.find(id);
    return found == m_tags.end() ? domain::TagSet() : found->second;
}

void SnapshotTagger::onDetail(const QString& ticker)
{
    const domain::ContractDetail* detail = m_service.detail(ticker);
    const std::optional<domain::ContractId> contract = m_contracts.find(ticker.toStdString());
    if (!contract || detail == nullptr || detail->snapshot.state != domain::Fetched<domain::ContractSnapshot>::State::Ready)
        return;
    const auto waiting = m_waiting.find(contract->value);
    if (waiting == m_waiting.end())
        return;
    const std::vector<std::uint32_t> ids = std::move(waiting->second);
    m_waiting.erase(waiting);
    for (const std::uint32_t id : ids) {
        const domain::TagSet tags = tagsFor(m_engine.anomaly(id), *detail->snapshot.value);
        if (tags.isEmpty())
            continue;
        m_tags[id] = tags;
        Q_EMIT tagged(id);
    }
}

domain::TagSet SnapshotTagger::tagsFor(const domain::Anomaly& anomaly, const domain::ContractSnapshot& snapshot) const
{
    const domain::Trade& first = anomaly.prints.front().trade;
    domain::TaggedOrder order;
    order.size = std::uint64_t(largestOrder(anomaly));
    order.price = first.price.lossyDollars();
    order.time = first.time();
    order.earlierVolume = volumeBefore(anomaly);
    if (snapshot.dayVolume && *snapshot.dayVolume > double(order.size))
        order.earlierVolume = std::max(order.earlierVolume, std::uint64_t(*snapshot.dayVolume) - order.size);
    return domain::snapshotTags(order, snapshot);
}

std::uint64_t SnapshotTagger::volumeBefore(const domain::Anomaly& anomaly) const
{
    const std::uint64_t first = anomaly.prints.front().row;
    const std::int32_t day = m_newYork.day(anomaly.time);
    std::uint64_t contracts = 0;
    for (const std::uint32_t row : m_store.rowsOf(*anomaly.contract)) {
        if (row >= first)
            break;
        const domain::Trade& trade = m_store[row];
        if (domain::updatesVolume(trade.conditions) && !m_store.isTakenBack(row) && m_newYork.day(trade.time()) == day)
            contracts += trade.size;
    }
    return contracts;
}

} // namespace flowglass::session
