// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"

#include <QAction>

class QTableView;

namespace flowglass::views {

// "Why was this not flagged?" on a table of prints: in its context menu and on the key W, for the selected row.
// Child of the table.
class ExplainAction : public QAction
{
    Q_OBJECT

public:
    explicit ExplainAction(QTableView* table);

Q_SIGNALS:
    void requested(flowglass::domain::ContractId contract, quint64 storeRow);

private:
    void offer(const QPoint& where);
    void ask();

    QTableView* m_table;
};

} // namespace flowglass::views
