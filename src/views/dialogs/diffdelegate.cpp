// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/diffdelegate.h"

#include "models/recordings/anomalydiffmodel.h"
#include "models/roles.h"

namespace flowglass::views {

using Fate = models::AnomalyDiffRow::Fate;

RowDelegate::RowLook DiffDelegate::rowLook(const QModelIndex&, const Theme&) const { return {}; }

RowDelegate::CellLook DiffDelegate::cellLook(const QModelIndex& index, const Theme& theme) const
{
    CellLook look;
    if (index.column() != int(models::AnomalyDiffModel::Column::Fate))
        return look;
    switch (Fate(index.data(models::FateRole).toInt())) {
    case Fate::Kept:
        look.glyph = Glyph::Tick;
        look.colour = theme.muted;
        break;
    case Fate::Changed:
        look.glyph = Glyph::Change;
        look.colour = theme.accent;
        break;
    case Fate::Lost:
        look.glyph = Glyph::Minus;
        look.colour = theme.bad;
        break;
    case Fate::New:
        look.glyph = Glyph::Plus;
        look.colour = theme.good;
        break;
    }
    return look;
}

} // namespace flowglass::views
