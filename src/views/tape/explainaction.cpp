// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tape/explainaction.h"

#include "models/roles.h"

#include <QItemSelectionModel>
#include <QMenu>
#include <QTableView>

namespace flowglass::views {

ExplainAction::ExplainAction(QTableView* table) : QAction(table), m_table(table)
{
    setText(tr("Why was this not flagged?"));
    setObjectName(QStringLiteral("explainAction"));
    setShortcut(Qt::Key_W);
    setShortcutContext(Qt::WidgetShortcut);
    setShortcutVisibleInContextMenu(true);
    table->addAction(this);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(table, &QWidget::customContextMenuRequested, this, &ExplainAction::offer);
    connect(this, &QAction::triggered, this, &ExplainAction::ask);
}

// A gap has no contract: nothing to explain.
void ExplainAction::offer(const QPoint& where)
{
    const QModelIndex index = m_table->indexAt(where);
    if (!index.data(models::ContractRole).isValid())
        return;
    m_table->setCurrentIndex(index);
    setText(index.data(models::FlagRole).toUInt() != 0 ? tr("Why was this flagged?") : tr("Why was this not flagged?"));
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(this);
    menu->popup(m_table->viewport()->mapToGlobal(where));
}

void ExplainAction::ask()
{
    const QModelIndex index = m_table->currentIndex();
    const QVariant contract = index.data(models::ContractRole);
    // Without a selection the current row is whatever the live tape moved there.
    if (contract.isValid() && m_table->selectionModel()->isRowSelected(index.row(), index.parent()))
        Q_EMIT requested({contract.toUInt()}, index.data(models::StoreRowRole).toULongLong());
}

} // namespace flowglass::views
