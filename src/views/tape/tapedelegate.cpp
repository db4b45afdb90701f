// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tape/tapedelegate.h"

#include "models/roles.h"

#include <algorithm>

namespace flowglass::views {

namespace {

constexpr int kWarm = 75; // per cent: below, a size is nothing to look at

std::optional<double> heatOf(const QVariant& percent)
{
    if (!percent.isValid() || percent.toInt() < kWarm)
        return std::nullopt;
    return (percent.toInt() - kWarm + 1) / double(100 - kWarm + 1);
}

} // namespace

TapeDelegate::TapeDelegate(QTableView* view, Columns columns) : RowDelegate(view), m_columns(columns) {}

RowDelegate::RowLook TapeDelegate::rowLook(const QModelIndex& index, const Theme& theme) const
{
    RowLook look;
    if (index.data(models::RowKindRole).toInt() == int(models::RowKind::Gap)) {
        look.span = std::max(m_columns.contract, 0);
        return look;
    }
    look.struck = index.data(models::CancelledRole).toBool();
    look.faint = look.struck;
    if (index.data(models::FetchedRole).toBool())
        look.tint = theme.fetchedTint;
    if (index.data(models::FlagRole).toUInt() != 0) {
        look.tint = theme.flagTint;
        look.bar = theme.flagBar;
    }
    if (index.data(models::HighlightRole).toBool()) {
        look.tint = theme.flagTint;
        look.bar = theme.accent;
        look.bold = true;
    }
    return look;
}

RowDelegate::CellLook TapeDelegate::cellLook(const QModelIndex& index, const Theme& theme) const
{
    CellLook look;
    const int column = index.column();
    if (column == m_columns.contract || column == m_columns.price) {
        const int right = index.data(models::RightRole).toInt();
        if (right == int(models::RowRight::None))
            return look;
        const bool call = right == int(models::RowRight::Call);
        look.colour = call ? theme.call : theme.put;
        if (column == m_columns.contract)
            look.glyph = call ? Glyph::Up : Glyph::Down;
    } else if (column == 0 && index.data(models::FetchedRole).toBool()) {
        look.glyph = Glyph::Plus;
    } else if (column == m_columns.size && m_heat) {
        look.heat = heatOf(index.data(models::HeatRole));
    } else if (column == m_columns.flag && index.data(models::FlagRole).toUInt() != 0) {
        look.glyph = Glyph::Flag;
        look.colour = theme.flag;
        look.bold = true;
    }
    return look;
}

} // namespace flowglass::views
