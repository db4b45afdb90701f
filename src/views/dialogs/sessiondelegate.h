// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/look/rowdelegate.h"

namespace flowglass::views {

// Rows of the list of recordings: gaps with a warning sign, anomalies with a flag, one that is being analysed
// with a clock.
class SessionDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit SessionDelegate(QTableView* view) : RowDelegate(view) { setGrowsAtTop(false); }

protected:
    RowLook rowLook(const QModelIndex& index, const Theme& theme) const override;
    CellLook cellLook(const QModelIndex& index, const Theme& theme) const override;
};

} // namespace flowglass::views
