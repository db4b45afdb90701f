// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/headermemory.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace flowglass::views {

HeaderMemory::HeaderMemory(QTableView* table, settings::Setting<QByteArray>& setting, std::vector<Design> design)
    : QObject(table), m_table(table), m_header(table->horizontalHeader()), m_setting(setting),
      m_design(std::move(design))
{
    m_header->setSectionsMovable(true);
    m_header->setStretchLastSection(true);
    m_header->setMinimumSectionSize(24);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_header->setAccessibleName(tr("Columns of %1").arg(table->accessibleName()));
    connect(m_header, &QHeaderView::customContextMenuRequested, this, &HeaderMemory::offerColumns);
    connect(m_header, &QHeaderView::sectionMoved, this, &HeaderMemory::remember);
    connect(m_header, &QHeaderView::sectionResized, this, &HeaderMemory::remember);
}

void HeaderMemory::apply()
{
    if (m_header->count() == 0)
        return;
    m_applying = true;
    const bool restored = !m_setting.value().isEmpty() && m_header->restoreState(m_setting.value());
    if (!restored || shownColumns() == 0)
        applyDesign();
    m_header->setSectionsMovable(true);
    m_header->setStretchLastSection(true);
    m_applying = false;
}

void HeaderMemory::reset()
{
    m_applying = true;
    if (m_header->count() > 0)
        applyDesign();
    m_applying = false;
    m_setting.reset();
}

void HeaderMemory::applyDesign()
{
    const QFontMetrics text(m_table->font());
    const QFontMetrics title(m_header->font());
    constexpr int kMargins = 12;
    const int arrow = m_header->isSortIndicatorShown() ? title.ascent() : 0;
    for (int place = 0; place < int(m_design.size()); ++place) {
        const auto& [column, sample, titleMayElide] = m_design[std::size_t(place)];
        m_header->showSection(column);
        m_header->moveSection(m_header->visualIndex(column), place);
        const QString words = m_header->model()->headerData(column, Qt::Horizontal).toString();
        const int least = titleMayElide ? 0 : title.horizontalAdvance(words) + arrow;
        m_header->resizeSection(column, std::max(text.horizontalAdvance(sample), least) + kMargins);
    }
}

int HeaderMemory::shownColumns() const { return m_header->count() - m_header->hiddenSectionCount(); }

void HeaderMemory::remember()
{
    if (!m_applying && m_header->count() > 0)
        m_setting.setValue(m_header->saveState());
}

void HeaderMemory::showColumn(int column, bool shown)
{
    m_header->setSectionHidden(column, !shown);
    remember();
}

void HeaderMemory::offerColumns(const QPoint& where)
{
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < m_header->count(); ++column) {
        QAction* choice = menu->addAction(m_header->model()->headerData(column, Qt::Horizontal).toString());
        choice->setCheckable(true);
        choice->setChecked(!m_header->isSectionHidden(column));
        // The last column cannot go: an empty table has no header to bring it back with.
        choice->setEnabled(!choice->isChecked() || shownColumns() > 1);
        connect(choice, &QAction::toggled, this, [this, column](bool on) { showColumn(column, on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &HeaderMemory::reset);
    menu->popup(m_header->mapToGlobal(where));
}

} // namespace flowglass::views
