// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "models/numbertext.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace flowglass::models {

// One anomaly of two runs over trades: in both, in both but judged otherwise, in one of them only.
struct AnomalyDiffRow
{
    enum class Fate { Kept, Changed, Lost, New };

    Fate fate = Fate::Kept;
    domain::UnixMs time;
    QString contract;
    QString kinds;
    std::optional<double> scoreBefore; // empty: New
    std::optional<double> scoreAfter;  // empty: Lost
    bool isPartOfBefore = false;       // the one before, or the one after, stands in another row already
    bool isPartOfAfter = false;
    QString explanation;
};

struct AnomalyDiffCounts
{
    quint64 before = 0; // anomalies of each run
    quint64 after = 0;
    quint64 kept = 0;
    quint64 changed = 0;
    quint64 lost = 0;
    quint64 fresh = 0;
    quint64 of(AnomalyDiffRow::Fate fate) const;
};

QString fateText(AnomalyDiffRow::Fate fate); // "Kept"
// "412 → 37 anomalies: 30 kept, 2 changed, 380 lost, 5 new"; one of several that became one is changed
QString diffHeadline(const AnomalyDiffCounts& counts);

// What became of the anomalies between two runs, in order of time. Sorting and filtering are a proxy's work:
// ValueRole and FateRole. GUI thread.
class AnomalyDiffModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Fate, Time, Contract, Kinds, Before, After, Why, Count };
    Q_ENUM(Column)

    explicit AnomalyDiffModel(QObject* parent = nullptr);

    void setRows(std::vector<AnomalyDiffRow> rows); // resets
    void setZone(const domain::ZoneTime& zone);
    AnomalyDiffCounts counts() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const AnomalyDiffRow& row, Column column) const;
    QVariant value(const AnomalyDiffRow& row, Column column) const;
    QString scoreText(const std::optional<double>& score) const;

    domain::ZoneTime m_zone;
    NumberText m_numbers;
    std::vector<AnomalyDiffRow> m_rows;
};

} // namespace flowglass::models
