// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordings/sessionlistmodel.h"

#include "models/parts/columnheader.h"
#include "models/parts/tradecells.h"
#include "models/roles.h"

#include <algorithm>

namespace flowglass::models {

namespace {

bool isNumber(SessionListModel::Column column)
{
    using Column = SessionListModel::Column;
    return column == Column::Length || column == Column::Trades || column == Column::Gaps
           || column == Column::Anomalies || column == Column::Size;
}

domain::UnixMs begin(const SessionRow& row)
{
    return domain::lossyToMs(row.first.value == 0 ? row.created : row.first);
}

QVariant number(const std::optional<quint64>& n) { return n ? QVariant(qulonglong(*n)) : QVariant(); }

} // namespace

SessionListModel::SessionListModel(QObject* parent) : QAbstractTableModel(parent), m_zone(domain::ZoneTime::newYork())
{
}

int SessionListModel::placeOf(const QString& path) const
{
    const auto found = std::ranges::find(m_rows, path, &SessionRow::path);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void SessionListModel::put(SessionRow row)
{
    const int place = placeOf(row.path);
    if (place < 0) {
        beginInsertRows({}, rowCount(), rowCount());
        m_rows.push_back(std::move(row));
        endInsertRows();
    } else if (m_rows[std::size_t(place)] != row) {
        m_rows[std::size_t(place)] = std::move(row);
        Q_EMIT dataChanged(index(place, 0), index(place, int(Column::Count) - 1));
    }
}

void SessionListModel::setRows(std::vector<SessionRow> rows)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::find(rows, m_rows[std::size_t(row)].path, &SessionRow::path) == rows.end())
            removeRow(m_rows[std::size_t(row)].path);
    }
    for (SessionRow& row : rows)
        put(std::move(row));
    resort();
}

void SessionListModel::updateRow(const SessionRow& row)
{
    put(row);
    resort();
}

void SessionListModel::removeRow(const QString& path)
{
    const int place = placeOf(path);
    if (place < 0)
        return;
    beginRemoveRows({}, place, place);
    m_rows.erase(m_rows.begin() + place);
    endRemoveRows();
}

void SessionListModel::setZone(const domain::ZoneTime& zone)
{
    m_zone = zone;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, int(Column::Date)), index(rowCount() - 1, int(Column::Date)));
    Q_EMIT headerDataChanged(Qt::Horizontal, int(Column::Date), int(Column::Date));
}

const SessionRow* SessionListModel::rowAt(const QModelIndex& index) const
{
    return index.isValid() && checkIndex(index) ? &m_rows[std::size_t(index.row())] : nullptr;
}

const SessionRow* SessionListModel::find(const QString& path) const { return rowAt(indexOf(path)); }

QModelIndex SessionListModel::indexOf(const QString& path) const
{
    const int place = placeOf(path);
    return place < 0 ? QModelIndex() : index(place, 0);
}

// Equal ones by age, so that the order is the same every time.
bool SessionListModel::isBefore(const SessionRow& a, const SessionRow& b) const
{
    const QVariant left = value(a, m_sortColumn);
    const QVariant right = value(b, m_sortColumn);
    const bool down = m_order == Qt::DescendingOrder;
    if (left.isValid() != right.isValid())
        return left.isValid() == down;
    const QPartialOrdering order = QVariant::compare(left, right);
    if (order == QPartialOrdering::Less || order == QPartialOrdering::Greater)
        return (order == QPartialOrdering::Less) != down;
    return begin(a) > begin(b);
}

void SessionListModel::resort()
{
    const auto before = [this](const SessionRow& a, const SessionRow& b) { return isBefore(a, b); };
    if (std::ranges::is_sorted(m_rows, before))
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    QStringList paths;
    for (const QModelIndex& index : old)
        paths << m_rows[std::size_t(index.row())].path;
    std::ranges::stable_sort(m_rows, before);
    QModelIndexList now;
    for (qsizetype i = 0; i < old.size(); ++i)
        now << index(placeOf(paths[i]), old[i].column());
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void SessionListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= int(Column::Count))
        return;
    m_sortColumn = Column(column);
    m_order = order;
    resort();
}

int SessionListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int SessionListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant SessionListModel::data(const QModelIndex& index, int role) const
{
    const SessionRow* row = rowAt(index);
    if (!row)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, column);
    case Qt::ToolTipRole:
        return toolTip(*row, column);
    case Qt::AccessibleTextRole: {
        const QString spoken = text(*row, column);
        return spoken == QStringLiteral("–") ? tr("not known yet") : spoken;
    }
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(column));
    case ValueRole:
        return value(*row, column);
    case BusyRole:
        return row->busy;
    default:
        return {};
    }
}

QString SessionListModel::text(const SessionRow& row, Column column) const
{
    const auto known = [](bool is, const QString& text) { return is ? text : QStringLiteral("–"); };
    switch (column) {
    case Column::Date:
        return m_zone.dateText(begin(row)) + QLatin1Char(' ') + m_zone.timeText(begin(row)).left(5);
    case Column::Source:
        return feedText(row.feed);
    case Column::Watched:
        return watchedText(row.underlyings);
    case Column::Length:
        return known(row.first.value != 0,
                     m_numbers.clock(std::chrono::duration_cast<std::chrono::seconds>(row.last - row.first)));
    case Column::Trades:
        return known(row.trades.has_value(), m_numbers.whole(row.trades.value_or(0)));
    case Column::Gaps:
        return known(row.gaps.has_value(), m_numbers.whole(row.gaps.value_or(0)));
    case Column::Anomalies:
        return known(row.anomalies.has_value(), m_numbers.whole(row.anomalies.value_or(0)));
    case Column::Digest:
        return known(!row.digest.isEmpty(), shortDigest(row.digest));
    case Column::Size:
        return m_numbers.bytes(row.bytes);
    case Column::Note:
        return row.busy ? tr("Analysing, %1%").arg(row.percent) : row.note;
    case Column::Count:
        break;
    }
    return {};
}

QString SessionListModel::toolTip(const SessionRow& row, Column column) const
{
    switch (column) {
    case Column::Source:
        return row.source;
    case Column::Watched:
        return watchedText(row.underlyings);
    case Column::Digest:
        return QString::fromLatin1(row.digest);
    case Column::Note:
        return row.note;
    case Column::Date:
    case Column::Length:
    case Column::Trades:
    case Column::Gaps:
    case Column::Anomalies:
    case Column::Size:
    case Column::Count:
        break;
    }
    return row.name;
}

QVariant SessionListModel::value(const SessionRow& row, Column column) const
{
    switch (column) {
    case Column::Date:
        return qlonglong(begin(row).value);
    case Column::Length:
        return row.first.value == 0 ? QVariant() : QVariant(qlonglong((row.last - row.first).count()));
    case Column::Trades:
        return number(row.trades);
    case Column::Gaps:
        return number(row.gaps);
    case Column::Anomalies:
        return number(row.anomalies);
    case Column::Digest:
        return row.digest.isEmpty() ? QVariant() : QVariant(QString::fromLatin1(row.digest));
    case Column::Size:
        return qlonglong(row.bytes);
    case Column::Source:
    case Column::Watched:
    case Column::Note:
        return text(row, column);
    case Column::Count:
        break;
    }
    return {};
}

QVariant SessionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    const auto header = [&]() -> ColumnHeader {
        switch (Column(section)) {
        case Column::Date:
            return {tr("Date (%1)").arg(m_zone.name()),
                    tr("When its first frame was received, in %1 time").arg(m_zone.name())};
        case Column::Source:
            return {tr("Source"), tr("What kind of feed was recorded")};
        case Column::Watched:
            return {tr("Watched"), tr("What was watched when it began")};
        case Column::Length:
            return {tr("Length"), tr("From its first frame to its last")};
        case Column::Trades:
            return {tr("Trades"), tr("Trades in its frames")};
        case Column::Gaps:
            return {tr("Gaps"), tr("Times without data, damaged parts included")};
        case Column::Anomalies:
            return {tr("Anomalies"), tr("Found when it was analysed")};
        case Column::Digest:
            return {tr("Digest"), tr("Of its anomalies: two that are equal found the same")};
        case Column::Size:
            return {tr("Size"), tr("Of the file")};
        case Column::Note:
            return {tr("Note"), tr("What happened to it")};
        case Column::Count:
            break;
        }
        return {};
    };
    return header().data(role, isNumber(Column(section)));
}

} // namespace flowglass::models
