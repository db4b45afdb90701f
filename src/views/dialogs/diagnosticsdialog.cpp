// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/diagnosticsdialog.h"

#include "models/gaps/coveragetext.h"
#include "ui_diagnosticsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

namespace flowglass::views {

namespace {

void prepare(QTableWidget* table, const QStringList& titles)
{
    table->setColumnCount(int(titles.size()));
    table->setHorizontalHeaderLabels(titles);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setColumnWidth(0, 170);
    table->setColumnWidth(1, 110);
}

void fill(QTableWidget* table, const std::vector<DiagnosticsDialog::Line>& lines)
{
    table->setRowCount(int(lines.size()));
    for (int row = 0; row < int(lines.size()); ++row) {
        const DiagnosticsDialog::Line& line = lines[std::size_t(row)];
        int column = 0;
        for (const QString& text : {line.name, line.value, line.note}) {
            QTableWidgetItem* item = table->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                table->setItem(row, column, item);
            }
            item->setText(text);
            if (column == 1)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            ++column;
        }
    }
}

QString plain(const QTableWidget* table)
{
    QString text;
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column)
            text += (column == 0 ? QString() : QStringLiteral("\t")) + table->item(row, column)->text();
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace

DiagnosticsDialog::DiagnosticsDialog(QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::DiagnosticsDialog>())
{
    m_ui->setupUi(this);
    prepare(m_ui->countersTable, {tr("Counter"), tr("Value"), tr("Meaning")});
    prepare(m_ui->rejectsTable, {tr("Reason"), tr("Events"), tr("Newest sample")});
    connect(m_ui->copyButton, &QPushButton::clicked, this, &DiagnosticsDialog::copyAll);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

DiagnosticsDialog::~DiagnosticsDialog() = default;

void DiagnosticsDialog::present(const Report& report)
{
    m_ui->balanceLabel->setText(report.balance);
    m_ui->balanceLabel->setForegroundRole(report.balanced ? QPalette::WindowText : QPalette::BrightText);
    m_ui->coverageLabel->setText(models::dayText(report.coverage));
    m_ui->coverageStrip->present(report.coverage);
    m_ui->historyLabel->setText(report.backlogText);
    m_ui->historyLine->present(report.backlog);
    m_ui->historyLine->setAccessibleDescription(report.backlogText);
    fill(m_ui->countersTable, report.counters);
    fill(m_ui->rejectsTable, report.rejects);
}

void DiagnosticsDialog::copyAll() const
{
    QGuiApplication::clipboard()->setText(m_ui->balanceLabel->text() + QLatin1Char('\n')
                                          + m_ui->coverageLabel->text() + QLatin1Char('\n')
                                          + m_ui->historyLabel->text() + QLatin1Char('\n')
                                          + plain(m_ui->countersTable) + plain(m_ui->rejectsTable));
}

} // namespace flowglass::views
