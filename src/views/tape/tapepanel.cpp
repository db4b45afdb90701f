// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tape/tapepanel.h"

#include "models/roles.h"
#include "models/tradetapemodel.h"
#include "ui_tapepanel.h"
#include "views/look/headermemory.h"
#include "views/tape/explainaction.h"
#include "views/tape/livebutton.h"
#include "views/tape/tapedelegate.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace flowglass::views {

namespace {

using Column = models::TradeTapeModel::Column;

int rowPadding(settings::RowDensity density)
{
    switch (density) {
    case settings::RowDensity::Compact:
        return 3;
    case settings::RowDensity::Normal:
        return 7;
    case settings::RowDensity::Roomy:
        return 13;
    }
    return 7;
}

// The flag stands before the venue and the conditions: it must be in sight in a narrow window too.
std::vector<HeaderMemory::Design> design()
{
    return {{int(Column::Time), QStringLiteral("00:00:00.000")},
            {int(Column::Contract), QStringLiteral("▲ NVDA 18 Dec 26 182.5 C")},
            {int(Column::Dte), QStringLiteral("DTE")},
            {int(Column::Price), QStringLiteral("000.00")},
            {int(Column::Size), QStringLiteral("00,000")},
            {int(Column::Premium), QStringLiteral("$000,000")},
            {int(Column::Flag), QStringLiteral("▲ Size, Sweep")},
            {int(Column::Exchange), QStringLiteral("Nasdaq GEMX")},
            {int(Column::Conditions), QStringLiteral("0"), true}};
}

} // namespace

TapePanel::TapePanel(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::TapePanel>())
{
    m_ui->setupUi(this);
    m_delegate = new TapeDelegate(m_ui->tapeTable, {.contract = int(Column::Contract), .flag = int(Column::Flag), .size = int(Column::Size)});
    m_ui->tapeTable->setRowDelegate(m_delegate);
    m_ui->tapeTable->installEventFilter(this);
    m_ui->tapeTable->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(new ExplainAction(m_ui->tapeTable), &ExplainAction::requested, this, &TapePanel::explainRequested);
    m_liveButton = new LiveButton(this);
    m_liveButton->setObjectName(QStringLiteral("liveButton"));
    m_liveButton->hide();
    connect(m_liveButton, &QPushButton::clicked, this, &TapePanel::returnToLive);
    connect(m_ui->tapeTable->verticalScrollBar(), &QScrollBar::valueChanged, this, &TapePanel::onScrolled);
}

TapePanel::~TapePanel() = default;

QWidget* TapePanel::table() const { return m_ui->tapeTable; }

void TapePanel::setSettings(settings::TapeSettings& settings)
{
    m_settings = &settings;
    m_columns = new HeaderMemory(m_ui->tapeTable, settings.header, design());
    applyDensity();
    applyHeat();
}

void TapePanel::setModel(models::TradeTapeModel* model)
{
    const QScopedValueRollback<bool> own(m_moving, true);
    QItemSelectionModel* before = m_ui->tapeTable->selectionModel();
    m_model = model;
    m_ui->tapeTable->setModel(model);
    delete before;
    if (m_pause != Pause::None) {
        m_pause = Pause::None;
        m_liveButton->hide();
        Q_EMIT pausedChanged(false);
    }
    if (!model)
        return;
    m_columns->apply();
    applyOrder();
    connect(m_ui->tapeTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TapePanel::onSelection);
}

void TapePanel::applyOrder()
{
    m_delegate->setGrowsAtTop(m_settings->newestFirst.value());
    if (m_model)
        m_model->setNewestFirst(m_settings->newestFirst.value());
    placeButton();
    returnToLive();
}

void TapePanel::applyDensity() { m_ui->tapeTable->setRowPadding(rowPadding(m_settings->density.value())); }

void TapePanel::applyHeat()
{
    m_delegate->setHeat(m_settings->sizeHeat.value());
    m_ui->tapeTable->viewport()->update();
}

void TapePanel::setEmptyText(const QString& text) { m_ui->tapeTable->setEmptyText(text); }

void TapePanel::resetColumns() { m_columns->reset(); }

void TapePanel::afterFlush()
{
    if (!m_model)
        return;
    if (m_pause == Pause::None)
        goToLiveEdge();
    else
        m_liveButton->setPending(m_model->pending());
    placeButton();
}

bool TapePanel::atLiveEdge() const
{
    const QScrollBar* bar = m_ui->tapeTable->verticalScrollBar();
    return m_settings->newestFirst.value() ? bar->value() == bar->minimum() : bar->value() == bar->maximum();
}

void TapePanel::goToLiveEdge()
{
    const QScopedValueRollback<bool> own(m_moving, true);
    if (m_settings->newestFirst.value())
        m_ui->tapeTable->scrollToTop();
    else
        m_ui->tapeTable->scrollToBottom();
}

void TapePanel::onScrolled(int)
{
    if (m_moving || !m_model)
        return;
    if (!atLiveEdge())
        hold(m_pause == Pause::Held ? Pause::Held : Pause::Scrolled);
    else if (m_pause == Pause::Scrolled)
        returnToLive();
}

void TapePanel::onSelection()
{
    const QModelIndexList rows = m_ui->tapeTable->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    hold(Pause::Held);
    const QModelIndex chosen = m_ui->tapeTable->selectionModel()->currentIndex();
    const QVariant contract = chosen.data(models::ContractRole);
    if (contract.isValid() && m_ui->tapeTable->selectionModel()->isRowSelected(chosen.row()))
        Q_EMIT tradeChosen({contract.toUInt()}, chosen.data(models::StoreRowRole).toULongLong());
}

void TapePanel::hold(Pause why)
{
    const bool was = isPaused();
    m_pause = why;
    if (was || !m_model)
        return;
    m_model->setPaused(true);
    m_liveButton->setPending(m_model->pending());
    m_liveButton->show();
    m_liveButton->raise();
    placeButton();
    Q_EMIT pausedChanged(true);
}

void TapePanel::setPaused(bool paused)
{
    if (paused)
        hold(Pause::Held);
    else
        returnToLive();
}

void TapePanel::returnToLive()
{
    const QScopedValueRollback<bool> own(m_moving, true);
    const bool was = isPaused();
    m_pause = Pause::None;
    m_liveButton->hide();
    if (m_model) {
        m_ui->tapeTable->clearSelection();
        m_model->setPaused(false);
        goToLiveEdge();
    }
    if (was)
        Q_EMIT pausedChanged(false);
}

bool TapePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->tapeTable && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_End || key == Qt::Key_Escape) {
            returnToLive();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TapePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButton();
}

void TapePanel::placeButton()
{
    if (!m_settings || m_liveButton->isHidden())
        return;
    const QWidget* view = m_ui->tapeTable->viewport();
    const QPoint corner = view->mapTo(this, QPoint(0, 0));
    const int x = corner.x() + (view->width() - m_liveButton->width()) / 2;
    // Away from the live edge, where the rows are that one reads.
    const int y = m_settings->newestFirst.value() ? corner.y() + view->height() - m_liveButton->height() - 12
                                                  : corner.y() + 12;
    m_liveButton->move(std::max(0, x), y);
}

} // namespace flowglass::views
