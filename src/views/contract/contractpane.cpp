// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/contractpane.h"

#include "models/contractprintsmodel.h"
#include "models/contractseries.h"
#include "models/numbertext.h"
#include "ui_contractpane.h"
#include "views/contract/valuegroup.h"
#include "views/look/headermemory.h"
#include "views/tape/explainaction.h"
#include "views/tape/tapedelegate.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace flowglass::views {

namespace {

using Column = models::ContractPrintsModel::Column;

std::vector<HeaderMemory::Design> design()
{
    return {{int(Column::Time), QStringLiteral("00:00:00.000")},
            {int(Column::Price), QStringLiteral("000.00")},
            {int(Column::Size), QStringLiteral("0,000")},
            {int(Column::Premium), QStringLiteral("$000,000")},
            {int(Column::Flag), QStringLiteral("▲ Size, Sweep")},
            {int(Column::Exchange), QStringLiteral("Nasdaq GEMX")},
            {int(Column::Conditions), QStringLiteral("0"), true}};
}

// Which of the two columns of groups, so that both are about as high.
bool standsLeft(models::CardGroupId id)
{
    using Id = models::CardGroupId;
    return id == Id::Tape || id == Id::Quote || id == Id::OpenInterest || id == Id::OpenInterestDays;
}

} // namespace

ContractPane::ContractPane(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ContractPane>())
{
    m_ui->setupUi(this);
    m_ui->emptyLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->emptyPage->setBackgroundRole(QPalette::Base);
    m_ui->emptyPage->setAutoFillBackground(true);
    m_ui->dteLabel->setForegroundRole(QPalette::PlaceholderText);
    QFont large = m_ui->titleLabel->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_ui->titleLabel->setFont(large);
    m_ui->adjustedPill->present(Glyph::Warning, Pill::Tone::Warn, tr("adjusted"));
    m_ui->adjustedPill->setToolTip(tr("Adjusted after a corporate action: it does not deliver the standard 100 shares."));
    m_ui->contractPrintsTable->setRowDelegate(
        new TapeDelegate(m_ui->contractPrintsTable, {.price = int(Column::Price), .flag = int(Column::Flag)}));
    connect(new ExplainAction(m_ui->contractPrintsTable), &ExplainAction::requested, this,
            &ContractPane::explainRequested);
    m_ui->scrollArea->setFocusPolicy(Qt::StrongFocus);
    m_ui->scrollArea->installEventFilter(this);
    m_ui->evidenceCard->hide();
    for (QLayout* column : {m_ui->leftGroups, m_ui->rightGroups})
        column->setAlignment(Qt::AlignTop);
}

ContractPane::~ContractPane() = default;

QWidget* ContractPane::table() const { return m_ui->contractPrintsTable; }

void ContractPane::setSettings(settings::WindowSettings& settings)
{
    m_columns = new HeaderMemory(m_ui->contractPrintsTable, settings.contractPrintsHeader, design());
}

void ContractPane::setModel(models::ContractPrintsModel* model)
{
    QItemSelectionModel* before = m_ui->contractPrintsTable->selectionModel();
    m_ui->contractPrintsTable->setModel(model);
    delete before;
    if (model)
        m_columns->apply();
    showNothing();
}

void ContractPane::resetColumns() { m_columns->reset(); }

void ContractPane::showNothing() { m_ui->stack->setCurrentWidget(m_ui->emptyPage); }

void ContractPane::showContract()
{
    m_ui->stack->setCurrentWidget(m_ui->scrollArea);
    m_ui->scrollArea->verticalScrollBar()->setValue(0);
    m_ui->chart->showAll();
}

void ContractPane::present(const models::ContractCard& card, std::optional<int> daysToExpiry)
{
    presentTitle(card, daysToExpiry);
    for (const models::CardGroup& group : card.groups)
        groupOf(group.id)->present(group);
    for (const auto& [id, group] : m_groups)
        group->setVisible(std::ranges::find(card.groups, id, &models::CardGroup::id) != card.groups.end());
}

void ContractPane::presentTitle(const models::ContractCard& card, std::optional<int> daysToExpiry)
{
    if (card.title != m_ui->titleLabel->text()) {
        m_ui->titleLabel->setText(card.title);
        m_ui->titleLabel->setToolTip(card.ticker);
    }
    QString days;
    if (daysToExpiry) {
        days = *daysToExpiry < 0    ? tr("expired")
               : *daysToExpiry == 0 ? tr("expires today")
                                    : tr("expires in %n day(s)", nullptr, *daysToExpiry);
    }
    m_ui->dteLabel->setText(days);
    m_ui->adjustedPill->setVisible(card.adjusted);
}

ValueGroup* ContractPane::groupOf(models::CardGroupId id)
{
    ValueGroup*& group = m_groups[id];
    if (group)
        return group;
    group = new ValueGroup(m_ui->content);
    connect(group, &ValueGroup::retryRequested, this, &ContractPane::retryRequested);
    (standsLeft(id) ? m_ui->leftGroups : m_ui->rightGroups)->addWidget(group);
    return group;
}

void ContractPane::presentEvidence(const std::optional<models::EvidenceCard>& evidence)
{
    m_ui->evidenceCard->setVisible(evidence.has_value());
    if (evidence)
        m_ui->evidenceCard->present(*evidence);
}

void ContractPane::presentGaps(std::vector<models::GapBand> gaps) { m_ui->chart->setGaps(std::move(gaps)); }

void ContractPane::presentChart(const models::ContractSeries& series, std::optional<bool> call,
                                const domain::ZoneTime& zone)
{
    m_ui->chart->present(series, call, zone);
    const models::NumberText numbers;
    m_ui->chartTitle->setText(series.isEmpty()
                                  ? tr("Price and volume")
                                  : tr("Price and volume · highest bar %1 contracts in %2")
                                        .arg(numbers.whole(series.maxBarVolume()), numbers.duration(series.barWidth())));
}

// The title shows that the keys scroll here.
bool ContractPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->scrollArea && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        m_ui->titleLabel->setForegroundRole(event->type() == QEvent::FocusIn ? QPalette::Link : QPalette::WindowText);
    return QWidget::eventFilter(watched, event);
}

void ContractPane::takeFocus() { m_ui->scrollArea->setFocus(Qt::ShortcutFocusReason); }

void ContractPane::showPrint(int row)
{
    if (const QAbstractItemModel* model = m_ui->contractPrintsTable->model(); model && row >= 0)
        m_ui->contractPrintsTable->scrollTo(model->index(row, 0), QAbstractItemView::PositionAtCenter);
}

} // namespace flowglass::views
