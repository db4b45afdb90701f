// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/whynotdialog.h"

#include "models/numbertext.h"
#include "ui_whynotdialog.h"
#include "views/contract/thresholdbar.h"

#include <QPushButton>

#include <algorithm>

namespace flowglass::views {

WhyNotDialog::WhyNotDialog(QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::WhyNotDialog>())
{
    setObjectName(QStringLiteral("whyNotDialog"));
    m_ui->setupUi(this);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setIcon({});
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

WhyNotDialog::~WhyNotDialog() = default;

void WhyNotDialog::present(const models::WhyNotCard& card)
{
    setWindowTitle(card.flagged ? tr("Why this was flagged") : tr("Why this was not flagged"));
    m_ui->subjectLabel->setText(card.title);
    m_ui->verdictLabel->setText(card.verdict);
    m_ui->drawing->present(card.picture);
    while (m_rows.size() < card.rows.size())
        m_rows.push_back(addRow());
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const Row& row = m_rows[at];
        for (QWidget* part : std::initializer_list<QWidget*>{row.name, row.bar, row.score, row.sentence})
            part->setVisible(at < card.rows.size());
        if (at < card.rows.size())
            presentRow(row, card.rows[at]);
    }
    fitText();
}

void WhyNotDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    fitText();
}

// Wrapped text needs a height that depends on the width; a window is given two thirds of the screen at most by itself.
void WhyNotDialog::fitText()
{
    layout()->activate();
    setMinimumHeight(layout()->totalHeightForWidth(std::max(width(), minimumWidth())));
}

WhyNotDialog::Row WhyNotDialog::addRow()
{
    const Row row{new QLabel(this), new ThresholdBar(this), new QLabel(this), new QLabel(this)};
    const int line = int(m_rows.size()) * 2;
    for (QLabel* label : {row.name, row.score, row.sentence})
        label->setTextFormat(Qt::PlainText);
    QFont bold = row.name->font();
    bold.setBold(true);
    row.name->setFont(bold);
    row.sentence->setWordWrap(true);
    row.sentence->setForegroundRole(QPalette::PlaceholderText);
    row.sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->rows->addWidget(row.name, line, 0);
    m_ui->rows->addWidget(row.bar, line, 1);
    m_ui->rows->addWidget(row.score, line, 2, Qt::AlignRight);
    m_ui->rows->addWidget(row.sentence, line + 1, 1, 1, 2);
    return row;
}

void WhyNotDialog::presentRow(const Row& row, const models::WhyNotRow& shown)
{
    const bool scored = shown.missing.isEmpty();
    const models::NumberText numbers;
    row.name->setText(shown.name);
    row.bar->present(shown.name, scored ? std::optional(shown.score) : std::nullopt, shown.threshold);
    row.score->setText(scored ? tr("%1 of %2").arg(models::scoreText(shown), numbers.decimal(shown.threshold, 1))
                              : tr("no score"));
    QStringList words{shown.sentence, shown.missing};
    if (!shown.filter.isEmpty())
        words << tr("Cannot flag: %1.").arg(shown.filter);
    words.removeAll(QString());
    row.sentence->setText(words.join(QLatin1Char('\n')));
}

} // namespace flowglass::views
