// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/exportdialog.h"

#include "ui_exportdialog.h"

#include <QFileDialog>
#include <QLocale>

namespace flowglass::views {

ExportDialog::ExportDialog(QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    m_ui->manifestLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->previewLabel->setForegroundRole(QPalette::PlaceholderText);
    for (QRadioButton* radio : {m_ui->allRadio, m_ui->visibleRadio, m_ui->selectionRadio})
        connect(radio, &QRadioButton::toggled, this, &ExportDialog::updatePreview);
    connect(m_ui->fileEdit, &QLineEdit::textChanged, this, &ExportDialog::updatePreview);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ExportDialog::onExport);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_ui->folderButton, &QPushButton::clicked, this, [this] { Q_EMIT folderRequested(m_written); });
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::setCounts(qint64 all, qint64 notDismissed, qint64 selected)
{
    m_counts = {all, notDismissed, selected};
    m_ui->selectionRadio->setEnabled(!m_running && selected > 0);
    if (selected == 0 && m_ui->selectionRadio->isChecked())
        m_ui->allRadio->setChecked(true);
    updatePreview();
}

void ExportDialog::setFile(const QString& path) { m_ui->fileEdit->setText(path); }

QString ExportDialog::file() const { return m_ui->fileEdit->text().trimmed(); }

ExportScope ExportDialog::scope() const
{
    if (m_ui->selectionRadio->isChecked())
        return ExportScope::Selected;
    return m_ui->visibleRadio->isChecked() ? ExportScope::NotDismissed : ExportScope::All;
}

void ExportDialog::updatePreview()
{
    const qint64 rows = m_counts[std::size_t(scope())];
    m_ui->previewLabel->setText(rows == 0 ? tr("Nothing is flagged in this selection yet: the file would hold only "
                                               "its header line.")
                                          : tr("%L1 row(s) so far, one per flagged trade", nullptr, int(rows)).arg(rows));
    m_ui->exportButton->setEnabled(!m_running && !file().isEmpty());
}

void ExportDialog::browse()
{
    auto* dialog = new QFileDialog(this, tr("Export flagged trades"), file(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setFile);
    dialog->open();
}

void ExportDialog::onExport()
{
    QString path = file();
    if (!path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        path += QLatin1String(".csv");
    setFile(path);
    m_ui->resultLabel->clear();
    m_ui->folderButton->hide();
    setRunning(true);
    showProgress(0, m_counts[std::size_t(scope())]);
    Q_EMIT exportRequested(scope(), path);
}

void ExportDialog::setRunning(bool running)
{
    m_running = running;
    m_ui->progressBar->setVisible(running);
    m_ui->closeButton->setText(running ? tr("Cancel") : tr("Close"));
    m_ui->closeButton->setAccessibleName(m_ui->closeButton->text());
    for (QWidget* field : std::initializer_list<QWidget*>{m_ui->allRadio, m_ui->visibleRadio, m_ui->fileEdit,
                                                          m_ui->browseButton})
        field->setEnabled(!running);
    m_ui->selectionRadio->setEnabled(!running && m_counts[std::size_t(ExportScope::Selected)] > 0);
    updatePreview();
}

void ExportDialog::showProgress(qint64 done, qint64 total)
{
    constexpr int kSteps = 1000;
    m_ui->progressBar->setRange(0, kSteps);
    m_ui->progressBar->setValue(total > 0 ? int(done * kSteps / total) : 0);
}

void ExportDialog::showFinished(qint64 rows, const QString& path)
{
    setRunning(false);
    m_written = path;
    m_ui->resultLabel->setForegroundRole(QPalette::WindowText);
    m_ui->resultLabel->setText(tr("%L1 row(s) written to %2", nullptr, int(rows)).arg(rows).arg(path));
    m_ui->folderButton->show();
    m_ui->closeButton->setFocus();
}

void ExportDialog::showFailed(const QString& text)
{
    setRunning(false);
    m_ui->resultLabel->setForegroundRole(QPalette::BrightText);
    m_ui->resultLabel->setText(text);
}

void ExportDialog::reject()
{
    if (m_running)
        Q_EMIT cancelRequested();
    else
        QDialog::reject();
}

} // namespace flowglass::views
