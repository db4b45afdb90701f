// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/parts/tradecells.h"

#include <QString>
#include <QVariant>

namespace flowglass::models {

// What a column is called and what that means.
struct ColumnHeader
{
    QString title;
    QString toolTip;

    // For QAbstractItemModel::headerData(); `number`: its cells are aligned as numbers.
    QVariant data(int role, bool number) const
    {
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return title;
        case Qt::ToolTipRole:
            return toolTip;
        case Qt::TextAlignmentRole:
            return cellAlignment(number);
        default:
            return {};
        }
    }
};

} // namespace flowglass::models
