// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/anomaly/anomalypanel.h"

#include "domain/anomalytext.h"
#include "models/anomalymodel.h"
#include "models/numbertext.h"
#include "ui_anomalypanel.h"
#include "views/anomaly/anomalydelegate.h"
#include "views/look/glyphs.h"
#include "views/look/headermemory.h"
#include "views/look/theme.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

#include <algorithm>

namespace flowglass::views {

namespace {

constexpr int kSpace = 14; // between the texts of the head line

QString kindsSample()
{
    using domain::AnomalyKind;
    using domain::Wording;
    return QStringLiteral("▲ %1, %2").arg(domain::kindName(AnomalyKind::Size, Wording::Translated),
                                          domain::kindName(AnomalyKind::Sweep, Wording::Translated));
}

std::vector<HeaderMemory::Design> design()
{
    using Column = models::AnomalyModel::Column;
    return {{int(Column::Time), QStringLiteral("▲ 00:00:00"), true},
            {int(Column::Contract), QStringLiteral("▲ NVDA 18 Dec 26 182.5 C")},
            {int(Column::Kinds), kindsSample()},
            {int(Column::Score), QStringLiteral("Score")},
            {int(Column::Premium), QStringLiteral("$000,000")},
            {int(Column::Size), QStringLiteral("00,000")},
            {int(Column::State), QStringLiteral("0"), true}};
}

} // namespace

AnomalyPanel::AnomalyPanel(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::AnomalyPanel>())
{
    m_ui->setupUi(this);
    m_ui->keysLabel->hide(); // until there is something to use them on, and room
    m_ui->anomalyTable->setRowDelegate(new AnomalyDelegate(m_ui->anomalyTable));
    m_ui->anomalyTable->setContextMenuPolicy(Qt::CustomContextMenu);
    m_ui->countLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->keysLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->emptyLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->emptyPage->setBackgroundRole(QPalette::Base);
    m_ui->emptyPage->setAutoFillBackground(true);
    connect(m_ui->anomalyTable, &QWidget::customContextMenuRequested, this, &AnomalyPanel::offerActions);
    connect(m_ui->anomalyTable, &QAbstractItemView::doubleClicked, this, &AnomalyPanel::inspect);
    connect(m_ui->budgetButton, &QToolButton::clicked, this, &AnomalyPanel::budgetRequested);
    setFlagsPerHour(0.0);
    applyIcon();
    makeActions();
}

AnomalyPanel::~AnomalyPanel() = default;

QWidget* AnomalyPanel::table() const { return m_ui->anomalyTable; }

QAction* AnomalyPanel::addTriage(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                                 void (AnomalyPanel::*slot)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    connect(action, &QAction::triggered, this, slot);
    m_ui->anomalyTable->addAction(action);
    m_actions.push_back(action);
    return action;
}

void AnomalyPanel::makeActions()
{
    addTriage(QStringLiteral("nextAnomalyAction"), tr("Next"), {Qt::Key_J}, &AnomalyPanel::next);
    addTriage(QStringLiteral("previousAnomalyAction"), tr("Previous"), {Qt::Key_K}, &AnomalyPanel::previous);
    m_star = addTriage(QStringLiteral("starAction"), tr("Star"), {Qt::Key_S}, &AnomalyPanel::star);
    m_dismiss = addTriage(QStringLiteral("dismissAction"), tr("Dismiss"), {Qt::Key_X}, &AnomalyPanel::dismiss);
    m_undo = addTriage(QStringLiteral("undoAction"), tr("Undo"), {Qt::Key_U, QKeySequence::Undo}, &AnomalyPanel::undo);
    // These keys belong to the list alone: elsewhere Enter opens what stands there and Space pauses.
    m_inspect = addTriage(QStringLiteral("inspectAction"), tr("Inspect"), {Qt::Key_Return, Qt::Key_Enter},
                          &AnomalyPanel::inspect);
    m_seen = addTriage(QStringLiteral("seenAction"), tr("New or seen"), {Qt::Key_Space}, &AnomalyPanel::toggleSeen);
    m_actions.resize(m_actions.size() - 2);
    updateActions();
}

void AnomalyPanel::setSettings(settings::AnomalySettings& settings)
{
    m_columns = new HeaderMemory(m_ui->anomalyTable, settings.header, design());
}

void AnomalyPanel::setModel(models::AnomalyModel* model)
{
    QItemSelectionModel* before = m_ui->anomalyTable->selectionModel();
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    m_chosen = 0;
    m_ui->anomalyTable->setModel(model);
    delete before;
    if (model) {
        m_columns->apply();
        connect(m_ui->anomalyTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &AnomalyPanel::onSelection);
        connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &AnomalyPanel::keepSelection);
        connect(model, &QAbstractItemModel::modelReset, this, &AnomalyPanel::restoreSelection);
    }
    afterFlush();
}

void AnomalyPanel::afterFlush()
{
    const int rows = m_model ? m_model->rowCount() : 0;
    const int unseen = m_model ? m_model->unseen() : 0;
    QString text;
    if (rows > 0)
        text = unseen > 0 ? tr("%L1, %L2 new").arg(rows).arg(unseen) : tr("%L1").arg(rows);
    if (text != m_ui->countLabel->text())
        m_ui->countLabel->setText(text);
    QWidget* page = rows > 0 ? static_cast<QWidget*>(m_ui->anomalyTable) : m_ui->emptyPage;
    if (m_ui->stack->currentWidget() != page)
        m_ui->stack->setCurrentWidget(page);
    const int needed = m_ui->titleLabel->sizeHint().width() + m_ui->countLabel->sizeHint().width()
                       + m_ui->keysLabel->sizeHint().width()
                       + m_ui->budgetButton->sizeHint().width() + 4 * kSpace;
    m_ui->keysLabel->setVisible(rows > 0 && needed <= width());
}

void AnomalyPanel::setEmptyText(const QString& text)
{
    if (text != m_ui->emptyLabel->text())
        m_ui->emptyLabel->setText(text);
}

void AnomalyPanel::setFlagsPerHour(double perHour)
{
    const models::NumberText numbers;
    const QString text = perHour > 0.0 ? tr("≈ %1 flags/h").arg(numbers.decimal(perHour, perHour < 9.95 ? 1 : 0))
                                       : tr("Sensitivity");
    if (text == m_ui->budgetButton->text())
        return;
    m_ui->budgetButton->setText(text);
    m_ui->budgetButton->setAccessibleDescription(text);
}

void AnomalyPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcon();
}

void AnomalyPanel::applyIcon()
{
    m_ui->budgetButton->setIcon(glyphIcon(Glyph::Gear, QColor(themeOf(palette()).muted)));
}

std::vector<quint32> AnomalyPanel::selectedIds() const
{
    std::vector<quint32> ids;
    if (!m_model)
        return ids;
    QModelIndexList rows = m_ui->anomalyTable->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex& index : rows)
        ids.push_back(m_model->idAt(index));
    return ids;
}

void AnomalyPanel::clearSelection()
{
    m_chosen = 0;
    m_ui->anomalyTable->clearSelection();
}

void AnomalyPanel::keepSelection() { m_kept = selectedIds(); }

// The findings have other ids now.
void AnomalyPanel::restoreSelection()
{
    m_chosen = m_model->renumbered(m_chosen);
    QItemSelection selection;
    for (const quint32 id : m_kept) {
        if (const QModelIndex index = m_model->indexOf(m_model->renumbered(id)); index.isValid())
            selection.select(index, index);
    }
    m_kept.clear();
    m_ui->anomalyTable->selectionModel()->select(selection,
                                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!selection.isEmpty())
        m_ui->anomalyTable->scrollTo(selection.indexes().first());
}

void AnomalyPanel::resetColumns() { m_columns->reset(); }

void AnomalyPanel::onSelection()
{
    updateActions();
    Q_EMIT selectionChanged();
    const std::vector<quint32> ids = selectedIds();
    if (ids.size() != 1 || ids.front() == m_chosen)
        return;
    m_chosen = ids.front();
    Q_EMIT anomalyChosen(m_chosen);
    m_model->markSeen(m_chosen);
}

void AnomalyPanel::updateActions()
{
    const bool any = m_model && m_ui->anomalyTable->selectionModel()->hasSelection();
    for (QAction* action : {m_star, m_dismiss, m_inspect, m_seen})
        action->setEnabled(any);
}

void AnomalyPanel::move(int step)
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    const std::vector<quint32> ids = selectedIds();
    const int row = ids.empty() ? 0 : m_model->indexOf(ids.front()).row() + step;
    m_ui->anomalyTable->selectRow(std::clamp(row, 0, m_model->rowCount() - 1));
}

void AnomalyPanel::inspect()
{
    const std::vector<quint32> ids = selectedIds();
    if (ids.empty())
        return;
    Q_EMIT anomalyChosen(ids.front());
    Q_EMIT inspectRequested();
}

// Pressed again it takes the star away.
void AnomalyPanel::star()
{
    const std::vector<quint32> ids = selectedIds();
    const bool all = std::ranges::all_of(
        ids, [this](quint32 id) { return m_model->triage(id) == models::Triage::Starred; });
    m_model->setTriage(ids, all ? models::Triage::Seen : models::Triage::Starred);
}

// What is chosen is seen; so that it comes up again it can be made new.
void AnomalyPanel::toggleSeen()
{
    const std::vector<quint32> ids = selectedIds();
    const bool any = std::ranges::any_of(
        ids, [this](quint32 id) { return m_model->triage(id) == models::Triage::New; });
    m_model->setTriage(ids, any ? models::Triage::Seen : models::Triage::New);
    afterFlush();
}

// Goes on to the row that takes the place, so that a whole list can be worked off with one key.
void AnomalyPanel::dismiss()
{
    const std::vector<quint32> ids = selectedIds();
    const int row = ids.empty() ? 0 : m_model->indexOf(ids.front()).row();
    m_model->setTriage(ids, models::Triage::Dismissed);
    const int rows = m_model->rowCount();
    if (rows > 0)
        m_ui->anomalyTable->selectRow(std::min(row + (m_model->showsDismissed() ? 1 : 0), rows - 1));
    afterFlush();
}

void AnomalyPanel::undo()
{
    if (m_model)
        m_model->undo();
    afterFlush();
}

void AnomalyPanel::offerActions(const QPoint& where)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_undo->setEnabled(m_model && m_model->canUndo());
    menu->addActions({m_inspect, m_seen, m_star, m_dismiss});
    menu->addSeparator();
    menu->addAction(m_undo);
    connect(menu, &QObject::destroyed, m_undo, [undo = m_undo] { undo->setEnabled(true); });
    menu->popup(m_ui->anomalyTable->viewport()->mapToGlobal(where));
}

} // namespace flowglass::views
