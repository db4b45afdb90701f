// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tradetapemodel.h"

#include "models/gaps/gaptext.h"
#include "models/roles.h"
#include "tape/tradestore.h"

namespace flowglass::models {

namespace {

TradeCells::Cell cellOf(TradeTapeModel::Column column)
{
    using Column = TradeTapeModel::Column;
    // The columns are all the cells there are, in the same order.
    static_assert(int(Column::Time) == int(TradeCells::Cell::Time)
                  && int(Column::Flag) == int(TradeCells::Cell::Flag)
                  && int(Column::Count) == int(TradeCells::Cell::Flag) + 1);
    return TradeCells::Cell(int(column));
}

} // namespace

int TradeTapeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int TradeTapeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant TradeTapeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const TapeEntry entry = m_shown[positionAt(index.row())];
    if (isEvicted(entry)) // until the next flush
        return {};
    const auto column = Column(index.column());
    if (entry.isMarker())
        return markerData(m_store.markers()[entry.markerNumber()], column, role);
    if (column == Column::Size && (role == HeatRole || role == Qt::ToolTipRole))
        return sizeData(entry.row(), role);
    const QVariant plain = m_cells.data(m_store[entry.row()], entry.row(), cellOf(column), role);
    const tape::TradeStore::Fetched* part = m_store.fetchedPart(entry.row());
    return part ? fetchedCell(plain, column == Column::Time, part->unusual, role) : plain;
}

QVariant TradeTapeModel::sizeData(std::uint64_t storeRow, int role) const
{
    const std::optional<int> heat = m_heat.of(storeRow);
    if (!heat)
        return {};
    return role == HeatRole ? QVariant(*heat)
                            : QVariant(tr("Larger than %1 % of the prints of this contract just before it")
                                           .arg(*heat));
}

QString TradeTapeModel::markerText(const tape::TradeStore::Marker& marker) const
{
    const tape::TradeStore::Gap* gap = marker.gap ? &m_store.gaps()[*marker.gap] : nullptr;
    return marker.fetched ? fetchedText(gap ? &gap->gap : nullptr, m_cells.zone())
                          : gapText(gap->gap, gap->fill, m_cells.zone(), m_numbers);
}

QVariant TradeTapeModel::markerData(const tape::TradeStore::Marker& marker, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column == Column::Contract ? markerText(marker) : QString();
    case Qt::ToolTipRole:
        return marker.fetched ? fetchedToolTip(m_store.fetchedPart(marker.beforeRow)->unusual)
                              : gapToolTip(m_store.gaps()[*marker.gap].fill);
    case ValueRole:
        return column == Column::Time && marker.gap ? QVariant(qlonglong(m_store.gaps()[*marker.gap].gap.from.value))
                                                    : QVariant();
    case RowKindRole:
        return int(RowKind::Gap);
    case RightRole:
        return int(RowRight::None);
    case FlagRole:
    case KindsRole:
        return 0U;
    case HighlightRole:
    case CancelledRole:
    case AdjustedRole:
    case FetchedRole:
        return false;
    default:
        return {};
    }
}

QVariant TradeTapeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    return m_cells.header(cellOf(Column(section)), role);
}

} // namespace flowglass::models
