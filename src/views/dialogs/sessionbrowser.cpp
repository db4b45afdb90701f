// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/sessionbrowser.h"

#include "models/numbertext.h"
#include "models/recordings/sessionlistmodel.h"
#include "ui_sessionbrowser.h"
#include "views/dialogs/sessiondelegate.h"
#include "views/look/headermemory.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>

#include <algorithm>
#include <functional>

namespace flowglass::views {

using models::SessionRow;

namespace {

std::vector<HeaderMemory::Design> design()
{
    using Column = models::SessionListModel::Column;
    return {{int(Column::Date), QStringLiteral("2026-11-20 09:30")},
            {int(Column::Source), QStringLiteral("Real time")},
            {int(Column::Watched), QStringLiteral("NVDA, AAPL")},
            {int(Column::Length), QStringLiteral("00:00:00")},
            {int(Column::Trades), QStringLiteral("0,000,000")},
            {int(Column::Gaps), QStringLiteral("▲ 00")},
            {int(Column::Anomalies), QStringLiteral("▲ 0,000")},
            {int(Column::Digest), QStringLiteral("00000000")},
            {int(Column::Size), QStringLiteral("000 MB")},
            {int(Column::Note), QStringLiteral("▲ 00%")}};
}

} // namespace

SessionBrowser::SessionBrowser(settings::RecordingSettings& settings, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::SessionBrowser>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("sessionBrowser"));
    m_ui->sessionTable->setRowDelegate(new SessionDelegate(m_ui->sessionTable));
    m_ui->sessionTable->setRowPadding(9);
    m_columns = new HeaderMemory(m_ui->sessionTable, settings.sessionsHeader, design());
    m_ui->confirmCard->setMarked(true);
    m_ui->confirmCard->hide();
    m_ui->noticeLabel->hide();
    m_ui->hintLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->emptyLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->emptyPage->setBackgroundRole(QPalette::Base);
    m_ui->emptyPage->setAutoFillBackground(true);
    connectButtons();
    setFolder(settings.folderInUse());
    onChanged();
}

SessionBrowser::~SessionBrowser() = default;

void SessionBrowser::connectButtons()
{
    connect(m_ui->sessionOpenButton, &QPushButton::clicked, this, &SessionBrowser::openChosen);
    connect(m_ui->sessionTable, &QAbstractItemView::doubleClicked, this, &SessionBrowser::openChosen);
    connect(m_ui->sessionAnalyseButton, &QPushButton::clicked, this, &SessionBrowser::analyse);
    connect(m_ui->sessionCancelButton, &QPushButton::clicked, this, &SessionBrowser::cancelAnalysis);
    connect(m_ui->sessionCompareButton, &QPushButton::clicked, this, &SessionBrowser::compare);
    connect(m_ui->sessionImportButton, &QPushButton::clicked, this, &SessionBrowser::browse);
    connect(m_ui->sessionFolderButton, &QPushButton::clicked, this,
            [this] { Q_EMIT folderRequested(selectedPaths()); });
    connect(m_ui->sessionDeleteButton, &QPushButton::clicked, this, &SessionBrowser::askDelete);
    connect(m_ui->confirmDeleteButton, &QPushButton::clicked, this, [this] { endDelete(true); });
    connect(m_ui->confirmKeepButton, &QPushButton::clicked, this, [this] { endDelete(false); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    auto* remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, m_ui->sessionDeleteButton, &QPushButton::click);
    m_ui->sessionTable->addAction(remove);
}

void SessionBrowser::setModel(models::SessionListModel* model)
{
    QItemSelectionModel* before = m_ui->sessionTable->selectionModel();
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    m_ui->sessionTable->setModel(model);
    delete before;
    if (model) {
        m_ui->sessionTable->sortByColumn(int(models::SessionListModel::Column::Date), Qt::DescendingOrder);
        m_ui->sessionTable->setSortingEnabled(true);
        m_columns->apply();
        connect(m_ui->sessionTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &SessionBrowser::onChanged);
        connect(model, &QAbstractItemModel::dataChanged, this, &SessionBrowser::onChanged);
        connect(model, &QAbstractItemModel::rowsInserted, this, &SessionBrowser::onChanged);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &SessionBrowser::onChanged);
    }
    onChanged();
}

void SessionBrowser::setFolder(const QString& folder)
{
    m_ui->emptyLabel->setText(tr("No recordings in %1 yet.\n\nRecord in the File menu (Ctrl+R) writes everything that "
                                 "is received; the settings can let it always be on. Files from elsewhere, the "
                                 "provider's flat files too, are opened below.")
                                  .arg(QDir::toNativeSeparators(folder)));
}

void SessionBrowser::setNotice(const QString& text)
{
    m_ui->noticeLabel->setText(text);
    m_ui->noticeLabel->setVisible(!text.isEmpty());
}

std::vector<const SessionRow*> SessionBrowser::selectedRows() const
{
    std::vector<const SessionRow*> rows;
    if (!m_model)
        return rows;
    QModelIndexList selected = m_ui->sessionTable->selectionModel()->selectedRows();
    std::ranges::sort(selected, {}, &QModelIndex::row);
    for (const QModelIndex& index : selected)
        rows.push_back(m_model->rowAt(index));
    return rows;
}

QStringList SessionBrowser::selectedPaths() const
{
    QStringList paths;
    for (const SessionRow* row : selectedRows())
        paths << row->path;
    return paths;
}

void SessionBrowser::onChanged()
{
    const std::vector<const SessionRow*> rows = selectedRows();
    const bool busy = std::ranges::any_of(rows, &SessionRow::busy);
    const bool idle = std::ranges::any_of(rows, std::not_fn(&SessionRow::busy));
    m_ui->sessionOpenButton->setEnabled(rows.size() == 1);
    m_ui->sessionAnalyseButton->setEnabled(idle);
    m_ui->sessionAnalyseButton->setVisible(idle || !busy);
    m_ui->sessionCancelButton->setVisible(busy);
    m_ui->sessionCompareButton->setEnabled(rows.size() == 2);
    m_ui->sessionDeleteButton->setEnabled(!rows.empty() && !busy);
    const bool empty = !m_model || m_model->rowCount() == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->emptyPage : static_cast<QWidget*>(m_ui->sessionTable));
    if (!m_toDelete.isEmpty() && selectedPaths() != m_toDelete)
        endDelete(false);
    presentDetails();
}

void SessionBrowser::presentDetails()
{
    const std::vector<const SessionRow*> rows = selectedRows();
    m_ui->details->setVisible(rows.size() == 1);
    m_ui->hintLabel->setVisible(rows.size() != 1 && m_model && m_model->rowCount() > 0);
    if (rows.size() == 1)
        return m_ui->details->present(models::sessionDetails(*rows.front(), m_model->zone()));
    qint64 bytes = 0;
    for (const SessionRow* row : rows)
        bytes += row->bytes;
    m_ui->hintLabel->setText(rows.empty() ? tr("Choose a recording to see what is in it; two to compare them.")
                                          : tr("%Ln recording(s), %1 together", nullptr, int(rows.size()))
                                                .arg(models::NumberText().bytes(bytes)));
}

void SessionBrowser::openChosen()
{
    if (selectedRows().size() == 1)
        Q_EMIT openRequested(selectedPaths());
}

void SessionBrowser::analyse()
{
    QStringList paths;
    for (const SessionRow* row : selectedRows()) {
        if (!row->busy)
            paths << row->path;
    }
    Q_EMIT analyseRequested(paths);
}

void SessionBrowser::cancelAnalysis()
{
    QStringList paths;
    for (const SessionRow* row : selectedRows()) {
        if (row->busy)
            paths << row->path;
    }
    Q_EMIT cancelRequested(paths);
}

void SessionBrowser::compare()
{
    std::vector<const SessionRow*> rows = selectedRows();
    std::ranges::sort(rows, {}, [](const SessionRow* row) { return std::pair(row->first, row->created); });
    QStringList paths;
    for (const SessionRow* row : rows)
        paths << row->path;
    Q_EMIT compareRequested(paths);
}

void SessionBrowser::browse()
{
    auto* dialog = new QFileDialog(this, tr("Open a recording or a flat file"), QString(),
                                   tr("Recordings and flat files (*.fgr *.csv *.csv.gz);;All files (*)"));
    dialog->setObjectName(QStringLiteral("sessionImportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &SessionBrowser::importRequested);
    dialog->open();
}

void SessionBrowser::askDelete()
{
    m_toDelete = selectedPaths();
    qint64 bytes = 0;
    for (const SessionRow* row : selectedRows())
        bytes += row->bytes;
    m_ui->confirmLabel->setText(tr("Delete %Ln recording(s), %1, from the disk? This cannot be taken back.", nullptr,
                                   int(m_toDelete.size()))
                                    .arg(models::NumberText().bytes(bytes)));
    for (QPushButton* button : {m_ui->confirmDeleteButton, m_ui->confirmKeepButton})
        button->setAccessibleDescription(m_ui->confirmLabel->text()); // said with the button that gets the focus
    m_ui->confirmCard->show();
    m_ui->confirmKeepButton->setFocus(Qt::OtherFocusReason);
}

void SessionBrowser::endDelete(bool confirmed)
{
    const QStringList paths = std::exchange(m_toDelete, {});
    m_ui->confirmCard->hide();
    m_ui->sessionTable->setFocus(Qt::OtherFocusReason);
    if (confirmed)
        Q_EMIT deleteRequested(paths);
}

void SessionBrowser::reject()
{
    if (m_toDelete.isEmpty())
        QDialog::reject();
    else
        endDelete(false);
}

} // namespace flowglass::views
