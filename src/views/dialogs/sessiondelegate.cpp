// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/sessiondelegate.h"

#include "models/recordings/sessionlistmodel.h"
#include "models/roles.h"

namespace flowglass::views {

RowDelegate::RowLook SessionDelegate::rowLook(const QModelIndex&, const Theme&) const { return {}; }

RowDelegate::CellLook SessionDelegate::cellLook(const QModelIndex& index, const Theme& theme) const
{
    using Column = models::SessionListModel::Column;
    CellLook look;
    switch (Column(index.column())) {
    case Column::Gaps:
        if (index.data(models::ValueRole).toULongLong() > 0) {
            look.glyph = Glyph::Warning;
            look.colour = theme.warn;
        }
        break;
    case Column::Anomalies:
        if (index.data(models::ValueRole).toULongLong() > 0) {
            look.glyph = Glyph::Flag;
            look.colour = theme.flag;
        }
        break;
    case Column::Note:
        if (index.data(models::BusyRole).toBool()) {
            look.glyph = Glyph::Wait;
            look.colour = theme.accent;
        }
        break;
    case Column::Date:
    case Column::Source:
    case Column::Watched:
    case Column::Length:
    case Column::Trades:
    case Column::Digest:
    case Column::Size:
    case Column::Count:
        break;
    }
    return look;
}

} // namespace flowglass::views
