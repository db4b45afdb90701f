// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordings/anomalydifffilter.h"

#include "models/roles.h"

namespace flowglass::models {

AnomalyDiffFilter::AnomalyDiffFilter(QObject* parent) : QSortFilterProxyModel(parent) { setSortRole(ValueRole); }

void AnomalyDiffFilter::setShown(AnomalyDiffRow::Fate fate, bool shown)
{
    if (shown)
        m_hidden.erase(fate);
    else
        m_hidden.insert(fate);
    invalidateFilter();
}

bool AnomalyDiffFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const int fate = sourceModel()->index(row, 0, parent).data(FateRole).toInt();
    return !m_hidden.contains(AnomalyDiffRow::Fate(fate));
}

} // namespace flowglass::models
