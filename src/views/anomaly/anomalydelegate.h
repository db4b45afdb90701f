// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/look/rowdelegate.h"

namespace flowglass::views {

// Rows of the anomaly list: new ones with a dot and a bold word, starred with a star, dismissed faint with a cross,
// withdrawn struck through but for the word that says so. The state is also a word, in its column.
class AnomalyDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit AnomalyDelegate(QTableView* view) : RowDelegate(view) {}

protected:
    RowLook rowLook(const QModelIndex& index, const Theme& theme) const override;
    CellLook cellLook(const QModelIndex& index, const Theme& theme) const override;
};

} // namespace flowglass::views
