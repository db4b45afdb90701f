// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/look/rowdelegate.h"

namespace flowglass::views {

// Rows of two compared runs: the fate of each anomaly as a sign, a colour and a word.
class DiffDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit DiffDelegate(QTableView* view) : RowDelegate(view) { setGrowsAtTop(false); }

protected:
    RowLook rowLook(const QModelIndex& index, const Theme& theme) const override;
    CellLook cellLook(const QModelIndex& index, const Theme& theme) const override;
};

} // namespace flowglass::views
