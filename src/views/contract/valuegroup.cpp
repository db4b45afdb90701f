// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/valuegroup.h"

#include "ui_valuegroup.h"

#include <QLabel>

namespace flowglass::views {

ValueGroup::ValueGroup(QWidget* parent) : Card(parent), m_ui(std::make_unique<Ui::ValueGroup>())
{
    m_ui->setupUi(this);
    m_ui->stateLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->reasonLabel->setForegroundRole(QPalette::BrightText);
    m_ui->grid->setColumnStretch(1, 1);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &ValueGroup::retryRequested);
}

ValueGroup::~ValueGroup() = default;

void ValueGroup::present(const models::CardGroup& group)
{
    if (group == m_shown)
        return;
    presentHead(group);
    for (std::size_t i = 0; i < group.rows.size(); ++i)
        presentRow(i, group.rows[i]);
    for (std::size_t i = group.rows.size(); i < m_rows.size(); ++i) {
        m_rows[i].label->hide();
        m_rows[i].value->hide();
    }
    m_shown = group;
}

void ValueGroup::presentHead(const models::CardGroup& group)
{
    m_ui->titleLabel->setText(group.title);
    QString state = group.stateText;
    if (!group.ageText.isEmpty())
        state += (state.isEmpty() ? QString() : QStringLiteral(" · ")) + group.ageText;
    m_ui->stateLabel->setText(state);
    m_ui->reasonLabel->setText(group.errorText);
    m_ui->reasonLabel->setVisible(!group.errorText.isEmpty());
    m_ui->retryButton->setVisible(group.state == models::CardState::Failed);
    m_ui->retryButton->setAccessibleName(tr("Retry %1").arg(group.title));
}

ValueGroup::Row ValueGroup::addRow(int number)
{
    const Row row{new QLabel(this), new QLabel(this)};
    row.label->setForegroundRole(QPalette::PlaceholderText);
    row.label->setBuddy(row.value);
    for (QLabel* label : {row.label, row.value})
        label->setTextFormat(Qt::PlainText);
    row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.value->setWordWrap(true);
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->grid->addWidget(row.label, number, 0);
    m_ui->grid->addWidget(row.value, number, 1);
    return row;
}

void ValueGroup::presentRow(std::size_t number, const models::CardRow& row)
{
    while (m_rows.size() <= number)
        m_rows.push_back(addRow(int(m_rows.size())));
    const Row& widgets = m_rows[number];
    widgets.label->setText(row.label);
    widgets.value->setText(row.text);
    widgets.value->setAccessibleName(row.label);
    widgets.value->setForegroundRole(row.provided ? QPalette::WindowText : QPalette::PlaceholderText);
    widgets.label->setToolTip(row.toolTip);
    widgets.value->setToolTip(row.toolTip);
    widgets.label->show();
    widgets.value->show();
}

} // namespace flowglass::views
