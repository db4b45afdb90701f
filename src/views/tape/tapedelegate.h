// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/look/rowdelegate.h"

namespace flowglass::views {

// Rows of prints: a flagged one has a tint, a bar at its edge, a flag and the words; calls and puts have
// their hue, an arrow and the letter in the text; a cancelled one is struck through; one that was fetched after a gap has a tint and a plus
// before its time; a gap spans the row.
class TapeDelegate : public RowDelegate
{
    Q_OBJECT

public:
    struct Columns
    {
        int contract = -1; // carries the arrow
        int price = -1;    // carries the hue where there is no contract column
        int flag = -1;
        int size = -1;     // has a bar when it is large for its contract
    };
    TapeDelegate(QTableView* view, Columns columns);
    void setHeat(bool shown) { m_heat = shown; }

protected:
    RowLook rowLook(const QModelIndex& index, const Theme& theme) const override;
    CellLook cellLook(const QModelIndex& index, const Theme& theme) const override;

private:
    Columns m_columns;
    bool m_heat = true;
};

} // namespace flowglass::views
