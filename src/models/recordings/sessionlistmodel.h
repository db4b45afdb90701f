// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "models/numbertext.h"
#include "models/recordings/sessionrow.h"

#include <QAbstractTableModel>

#include <vector>

namespace flowglass::models {

// The recordings there are, sorted by any column. Rows are told apart by their path, so that selections
// survive when the list is read again. What is not known yet sorts below everything. GUI thread.
class SessionListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Date, Source, Watched, Length, Trades, Gaps, Anomalies, Digest, Size, Note, Count };
    Q_ENUM(Column)

    explicit SessionListModel(QObject* parent = nullptr);

    void setRows(std::vector<SessionRow> rows); // keeps what is there already in its place
    void updateRow(const SessionRow& row);      // of the same path; a new one is added
    void removeRow(const QString& path);
    void setZone(const domain::ZoneTime& zone);
    const domain::ZoneTime& zone() const { return m_zone; }

    const SessionRow* rowAt(const QModelIndex& index) const; // nullptr when invalid; until the next change
    const SessionRow* find(const QString& path) const;       // the same
    QModelIndex indexOf(const QString& path) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    QString text(const SessionRow& row, Column column) const;
    QString toolTip(const SessionRow& row, Column column) const;
    QVariant value(const SessionRow& row, Column column) const;
    bool isBefore(const SessionRow& a, const SessionRow& b) const;
    int placeOf(const QString& path) const; // -1: not there
    void put(SessionRow row);               // replaces or adds, without sorting
    void resort();

    domain::ZoneTime m_zone;
    NumberText m_numbers;
    std::vector<SessionRow> m_rows; // as shown
    Column m_sortColumn = Column::Date;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace flowglass::models
