// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contractprintsmodel.h"

#include "detect/engine.h"
#include "models/gaps/gaptext.h"
#include "models/roles.h"
#include "tape/tradestore.h"

#include <algorithm>

namespace flowglass::models {

ContractPrintsModel::ContractPrintsModel(const tape::TradeStore& store, const domain::ContractTable& contracts,
                                         const detect::Engine& engine, QObject* parent)
    : QAbstractTableModel(parent), m_store(store), m_engine(engine), m_cells(contracts, engine)
{
}

void ContractPrintsModel::setContract(std::optional<domain::ContractId> contract)
{
    beginResetModel();
    m_contract = contract;
    m_rows.clear();
    m_flagsChanged = false;
    if (contract) {
        const auto rows = m_store.rowsOf(*contract);
        m_rows.assign(rows.begin(), rows.end());
    }
    endResetModel();
}

void ContractPrintsModel::flush()
{
    if (!m_contract)
        return;
    const auto evicted = std::ranges::lower_bound(m_rows, m_store.begin()) - m_rows.begin();
    if (evicted > 0) {
        beginRemoveRows({}, rowCount() - int(evicted), rowCount() - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + evicted);
        endRemoveRows();
    }
    const auto rows = m_store.rowsOf(*m_contract);
    const auto fresh = m_rows.empty() ? rows.begin() : std::ranges::upper_bound(rows, m_rows.back());
    if (fresh != rows.end()) {
        beginInsertRows({}, 0, int(rows.end() - fresh) - 1);
        m_rows.insert(m_rows.end(), fresh, rows.end());
        endInsertRows();
    }
    if (m_flagsChanged)
        repaint();
    m_flagsChanged = false;
}

void ContractPrintsModel::onAnomalyUpdated(quint32 id)
{
    if (!m_contract || m_flagsChanged)
        return;
    const domain::Anomaly& anomaly = m_engine.anomaly(id);
    // A package and a busy underlying mark prints of several contracts.
    m_flagsChanged = anomaly.contract == m_contract ||
                     std::ranges::any_of(anomaly.prints, [this](const domain::AnomalyPrint& print) {
                         return print.trade.contract == *m_contract;
                     });
}

void ContractPrintsModel::onJudgedAgain() { m_flagsChanged = m_contract.has_value(); }

void ContractPrintsModel::setHighlight(const std::vector<std::uint64_t>& storeRows)
{
    std::unordered_set<std::uint64_t> highlight(storeRows.begin(), storeRows.end());
    if (highlight == m_highlight)
        return;
    m_highlight = std::move(highlight);
    repaint();
}

void ContractPrintsModel::setZone(const domain::ZoneTime& zone)
{
    m_cells.setZone(zone);
    repaint();
    Q_EMIT headerDataChanged(Qt::Horizontal, int(Column::Time), int(Column::Time));
}

void ContractPrintsModel::setSharesPerContract(domain::ContractId contract, std::int64_t shares)
{
    if (m_cells.setShares(contract, shares) && contract == m_contract)
        repaint();
}

void ContractPrintsModel::repaint()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, int(Column::Count) - 1));
}

std::optional<std::uint64_t> ContractPrintsModel::storeRow(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_rows[m_rows.size() - 1 - std::size_t(row)];
}

int ContractPrintsModel::rowOf(std::uint64_t storeRow) const
{
    const auto found = std::ranges::lower_bound(m_rows, storeRow);
    return found == m_rows.end() || *found != storeRow ? -1 : int(m_rows.end() - found) - 1;
}

int ContractPrintsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ContractPrintsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ContractPrintsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const std::uint64_t row = m_rows[m_rows.size() - 1 - std::size_t(index.row())];
    if (row < m_store.begin()) // evicted, until the next flush
        return {};
    if (role == HighlightRole)
        return m_highlight.contains(row);
    if (role == Qt::AccessibleTextRole && Column(index.column()) == Column::Time && m_highlight.contains(row))
        return tr("%1, part of this anomaly").arg(cell(row, Column::Time, role).toString());
    return cell(row, Column(index.column()), role);
}

QVariant ContractPrintsModel::cell(std::uint64_t row, Column column, int role) const
{
    const QVariant plain = m_cells.data(m_store[row], row, cellOf(column), role);
    const tape::TradeStore::Fetched* part = m_store.fetchedPart(row);
    return part ? fetchedCell(plain, column == Column::Time, part->unusual, role) : plain;
}

QVariant ContractPrintsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    return m_cells.header(cellOf(Column(section)), role);
}

TradeCells::Cell ContractPrintsModel::cellOf(Column column)
{
    switch (column) {
    case Column::Time:
        return TradeCells::Cell::Time;
    case Column::Price:
        return TradeCells::Cell::Price;
    case Column::Size:
        return TradeCells::Cell::Size;
    case Column::Premium:
        return TradeCells::Cell::Premium;
    case Column::Exchange:
        return TradeCells::Cell::Exchange;
    case Column::Conditions:
        return TradeCells::Cell::Conditions;
    case Column::Flag:
    case Column::Count:
        break;
    }
    return TradeCells::Cell::Flag;
}

} // namespace flowglass::models
