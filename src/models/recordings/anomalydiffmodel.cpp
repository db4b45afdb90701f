// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordings/anomalydiffmodel.h"

#include "models/parts/columnheader.h"
#include "models/parts/tradecells.h"
#include "models/roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::models {

using Fate = AnomalyDiffRow::Fate;

namespace {

bool isNumber(AnomalyDiffModel::Column column)
{
    return column == AnomalyDiffModel::Column::Before || column == AnomalyDiffModel::Column::After;
}

QVariant number(const std::optional<double>& n) { return n ? QVariant(*n) : QVariant(); }

} // namespace

quint64 AnomalyDiffCounts::of(Fate fate) const
{
    switch (fate) {
    case Fate::Kept:
        return kept;
    case Fate::Changed:
        return changed;
    case Fate::Lost:
        return lost;
    case Fate::New:
        return fresh;
    }
    return 0;
}

QString fateText(Fate fate)
{
    switch (fate) {
    case Fate::Kept:
        return QCoreApplication::translate("AnomalyDiff", "Kept");
    case Fate::Changed:
        return QCoreApplication::translate("AnomalyDiff", "Changed");
    case Fate::Lost:
        return QCoreApplication::translate("AnomalyDiff", "Lost");
    case Fate::New:
        return QCoreApplication::translate("AnomalyDiff", "New");
    }
    return {};
}

QString diffHeadline(const AnomalyDiffCounts& counts)
{
    const NumberText numbers;
    return QCoreApplication::translate("AnomalyDiff", "%1 → %2 anomalies: %3 kept, %4 changed, %5 lost, %6 new")
        .arg(numbers.whole(counts.before), numbers.whole(counts.after), numbers.whole(counts.kept),
             numbers.whole(counts.changed), numbers.whole(counts.lost), numbers.whole(counts.fresh));
}

AnomalyDiffModel::AnomalyDiffModel(QObject* parent) : QAbstractTableModel(parent), m_zone(domain::ZoneTime::newYork())
{
}

void AnomalyDiffModel::setRows(std::vector<AnomalyDiffRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    std::ranges::stable_sort(m_rows, {}, &AnomalyDiffRow::time);
    endResetModel();
}

void AnomalyDiffModel::setZone(const domain::ZoneTime& zone)
{
    m_zone = zone;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, int(Column::Time)), index(rowCount() - 1, int(Column::Time)));
    Q_EMIT headerDataChanged(Qt::Horizontal, int(Column::Time), int(Column::Time));
}

AnomalyDiffCounts AnomalyDiffModel::counts() const
{
    const auto count = [this](Fate fate) { return quint64(std::ranges::count(m_rows, fate, &AnomalyDiffRow::fate)); };
    const auto isBefore = [](const AnomalyDiffRow& row) { return row.scoreBefore && !row.isPartOfBefore; };
    const auto isAfter = [](const AnomalyDiffRow& row) { return row.scoreAfter && !row.isPartOfAfter; };
    return {quint64(std::ranges::count_if(m_rows, isBefore)),
            quint64(std::ranges::count_if(m_rows, isAfter)),
            count(Fate::Kept),
            count(Fate::Changed),
            count(Fate::Lost),
            count(Fate::New)};
}

int AnomalyDiffModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int AnomalyDiffModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant AnomalyDiffModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const AnomalyDiffRow& row = m_rows[std::size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return row.explanation;
    case Qt::AccessibleTextRole: {
        const QString spoken = text(row, column);
        return spoken == QStringLiteral("–") ? tr("none") : spoken;
    }
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(column));
    case ValueRole:
        return value(row, column);
    case FateRole:
        return int(row.fate);
    default:
        return {};
    }
}

QString AnomalyDiffModel::scoreText(const std::optional<double>& score) const
{
    return score ? m_numbers.decimal(*score, 2) : QStringLiteral("–");
}

QString AnomalyDiffModel::text(const AnomalyDiffRow& row, Column column) const
{
    switch (column) {
    case Column::Fate:
        return fateText(row.fate);
    case Column::Time:
        return m_zone.dateText(row.time) + QLatin1Char(' ') + m_zone.timeText(row.time);
    case Column::Contract:
        return row.contract;
    case Column::Kinds:
        return row.kinds;
    case Column::Before:
        return scoreText(row.scoreBefore);
    case Column::After:
        return scoreText(row.scoreAfter);
    case Column::Why:
        return row.explanation;
    case Column::Count:
        break;
    }
    return {};
}

QVariant AnomalyDiffModel::value(const AnomalyDiffRow& row, Column column) const
{
    switch (column) {
    case Column::Fate:
        return int(row.fate);
    case Column::Time:
        return qlonglong(row.time.value);
    case Column::Before:
        return number(row.scoreBefore);
    case Column::After:
        return number(row.scoreAfter);
    case Column::Contract:
    case Column::Kinds:
    case Column::Why:
        return text(row, column);
    case Column::Count:
        break;
    }
    return {};
}

QVariant AnomalyDiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    const auto header = [&]() -> ColumnHeader {
        switch (Column(section)) {
        case Column::Fate:
            return {tr("Fate"), tr("Kept: the same in both. Changed: in both, with another score, other kinds or "
                                   "prints, or merged with another. Lost: "
                                   "only before. New: only after.")};
        case Column::Time:
            return {tr("Time (%1)").arg(m_zone.name()), tr("Event time of the print that raised it")};
        case Column::Contract:
            return {tr("Contract"), tr("Root, expiry, strike, and C for call or P for put")};
        case Column::Kinds:
            return {tr("Kinds"), tr("Which detectors found it unusual")};
        case Column::Before:
            return {tr("Before"), tr("Its score in the first run")};
        case Column::After:
            return {tr("After"), tr("Its score in the second run")};
        case Column::Why:
            return {tr("Why"), tr("What the detectors saw")};
        case Column::Count:
            break;
        }
        return {};
    };
    return header().data(role, isNumber(Column(section)));
}

} // namespace flowglass::models
