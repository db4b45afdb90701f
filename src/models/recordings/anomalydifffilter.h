// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordings/anomalydiffmodel.h"

#include <QSortFilterProxyModel>

#include <set>

namespace flowglass::models {

// The rows of an AnomalyDiffModel whose fate is among those shown, sorted by their values. For lists that
// stand still. GUI thread.
class AnomalyDiffFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AnomalyDiffFilter(QObject* parent = nullptr);
    void setShown(AnomalyDiffRow::Fate fate, bool shown); // all are at first

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::set<AnomalyDiffRow::Fate> m_hidden;
};

} // namespace flowglass::models
