// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/anomalymodel.h"

#include "detect/engine.h"
#include "domain/anomalytext.h"
#include "models/parts/rowranges.h"
#include "models/parts/tradecells.h"

#include <algorithm>

namespace flowglass::models {

AnomalyModel::AnomalyModel(const detect::Engine& engine, const domain::ContractTable& contracts, QObject* parent)
    : QAbstractTableModel(parent), m_engine(engine), m_contracts(contracts), m_zone(domain::ZoneTime::newYork())
{
    for (std::size_t kind = 0; kind < m_kindNames.size(); ++kind)
        m_kindNames[kind] = domain::kindName(domain::AnomalyKind(kind), domain::Wording::Translated);
}

void AnomalyModel::onUpdated(quint32 id) { m_updated.insert(id); }

void AnomalyModel::flush()
{
    std::vector<quint32> raised;
    std::vector<quint32> updated;
    // Ids are dense: an update of a new one means that all before it exist too.
    const quint32 newest = m_updated.empty() ? m_known : std::max(m_known, *m_updated.rbegin());
    for (const quint32 id : m_updated) {
        if (id <= m_known)
            updated.push_back(id);
    }
    m_updated.clear();
    for (; m_known < newest; ++m_known) {
        if (isVisible(m_known + 1))
            raised.push_back(m_known + 1);
    }
    emitChanged(updated);
    if (raised.empty())
        return;
    beginInsertRows({}, 0, int(raised.size()) - 1);
    m_ids.insert(m_ids.end(), raised.begin(), raised.end());
    endInsertRows();
}

void AnomalyModel::onJudgedAgain(const std::vector<quint32>& newIds)
{
    beginResetModel();
    m_newIds = newIds;
    m_triage.renumber(newIds);
    m_updated.clear();
    m_sums.clear();
    std::unordered_map<quint32, domain::TagSet> tags;
    for (const auto& [id, known] : m_tags) {
        if (renumbered(id) != 0)
            tags[renumbered(id)] = known;
    }
    m_tags = std::move(tags);
    m_known = m_engine.count();
    m_ids.clear();
    for (quint32 id = 1; id <= m_known; ++id) {
        if (isVisible(id))
            m_ids.push_back(id);
    }
    endResetModel();
}

quint32 AnomalyModel::renumbered(quint32 oldId) const
{
    return oldId == 0 || oldId > m_newIds.size() ? 0 : m_newIds[oldId - 1];
}

void AnomalyModel::setTriage(const std::vector<quint32>& ids, Triage triage) { changed(m_triage.set(ids, triage)); }

void AnomalyModel::markSeen(quint32 id)
{
    if (m_triage.markSeen(id))
        changed({id});
}

bool AnomalyModel::undo()
{
    if (!canUndo())
        return false;
    changed(m_triage.undo());
    return true;
}

void AnomalyModel::setShowDismissed(bool show)
{
    if (show == m_showDismissed)
        return;
    m_showDismissed = show;
    refreshVisibility();
}

void AnomalyModel::setZone(const domain::ZoneTime& zone)
{
    m_zone = zone;
    if (!m_ids.empty())
        Q_EMIT dataChanged(index(0, int(Column::Time)), index(rowCount() - 1, int(Column::Time)));
    Q_EMIT headerDataChanged(Qt::Horizontal, int(Column::Time), int(Column::Time));
}

void AnomalyModel::setSharesPerContract(domain::ContractId contract, std::int64_t shares)
{
    if (!m_shares.set(contract, shares))
        return;
    std::vector<quint32> ids;
    std::ranges::copy_if(m_ids, std::back_inserter(ids),
                         [&](quint32 id) { return m_engine.anomaly(id).contract == contract; });
    emitChanged(ids);
}

void AnomalyModel::setTags(quint32 id, domain::TagSet tags)
{
    m_tags[id] = tags;
    m_updated.insert(id);
}

void AnomalyModel::setMarks(const domain::PremiumMarks& marks)
{
    m_marks = marks;
    emitChanged(m_ids);
}

std::vector<TagChip> AnomalyModel::chips(quint32 id) const
{
    const domain::Anomaly& anomaly = m_engine.anomaly(id);
    return tagChips(tags(anomaly), m_marks, sums(anomaly).premium);
}

std::vector<quint32> AnomalyModel::ids() const { return {m_ids.rbegin(), m_ids.rend()}; }

quint32 AnomalyModel::idAt(const QModelIndex& index) const
{
    return index.isValid() && checkIndex(index) ? m_ids[m_ids.size() - 1 - std::size_t(index.row())] : 0;
}

QModelIndex AnomalyModel::indexOf(quint32 id) const
{
    const int row = rowOf(id);
    return row < 0 ? QModelIndex() : index(row, 0);
}

int AnomalyModel::unseen() const { return int(m_known) - int(m_triage.touched()); }

bool AnomalyModel::isVisible(quint32 id) const
{
    return m_showDismissed || m_triage.of(id) != Triage::Dismissed;
}

int AnomalyModel::rowOf(quint32 id) const
{
    const auto found = std::ranges::lower_bound(m_ids, id);
    return found == m_ids.end() || *found != id ? -1 : int(m_ids.end() - found) - 1;
}

void AnomalyModel::changed(const std::vector<quint32>& ids)
{
    if (ids.empty())
        return;
    refreshVisibility();
    emitChanged(ids);
}

// Few people dismiss more than a screenful at once, so whole runs of neighbours go in or out in one step.
void AnomalyModel::refreshVisibility()
{
    std::vector<int> hidden;
    for (const quint32 id : m_ids) {
        if (!isVisible(id))
            hidden.push_back(rowOf(id));
    }
    std::vector<RowRange> ranges = exactRanges(std::move(hidden));
    std::ranges::reverse(ranges);
    for (const RowRange range : ranges) {
        beginRemoveRows({}, range.first, range.last);
        m_ids.erase(m_ids.end() - 1 - range.last, m_ids.end() - range.first);
        endRemoveRows();
    }
    quint32 id = 1;
    while (id <= m_known) {
        if (!isVisible(id) || rowOf(id) >= 0) {
            ++id;
            continue;
        }
        std::vector<quint32> shown;
        for (; id <= m_known && isVisible(id) && rowOf(id) < 0; ++id)
            shown.push_back(id);
        const auto place = std::ranges::lower_bound(m_ids, shown.front());
        const auto row = int(m_ids.end() - place);
        beginInsertRows({}, row, row + int(shown.size()) - 1);
        m_ids.insert(place, shown.begin(), shown.end());
        endInsertRows();
    }
}

void AnomalyModel::emitChanged(const std::vector<quint32>& ids)
{
    std::vector<int> rows;
    for (const quint32 id : ids) {
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    for (const RowRange range : changedRanges(std::move(rows), rowCount()))
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, int(Column::Count) - 1));
}

int AnomalyModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_ids.size()); }

int AnomalyModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

} // namespace flowglass::models
