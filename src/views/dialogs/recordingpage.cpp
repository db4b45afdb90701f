// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/recordingpage.h"

#include "ui_recordingpage.h"

#include <QDir>
#include <QFileDialog>

namespace flowglass::views {

namespace {

QString folderProblem(const QString& text)
{
    const QString path = text.trimmed();
    return path.isEmpty() || QDir::isAbsolutePath(path) ? QString()
                                                        : RecordingPage::tr("Needs the whole path, from the root on.");
}

QString folderIn(const QLineEdit* edit) { return QDir::fromNativeSeparators(edit->text().trimmed()); }

} // namespace

RecordingPage::RecordingPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::RecordingPage>())
{
    using namespace settings;
    m_ui->setupUi(this);
    for (CheckedEdit* edit : {m_ui->recordingFolderEdit, m_ui->journalFolderEdit}) {
        edit->setCheck(folderProblem);
        connect(edit, &QLineEdit::textChanged, this, &RecordingPage::edited);
    }
    for (QLabel* hint : {m_ui->alwaysHint, m_ui->retentionHint, m_ui->fileHint, m_ui->capHint, m_ui->journalHint})
        hint->setForegroundRole(QPalette::PlaceholderText);
    connect(m_ui->retentionSpin, &QSpinBox::valueChanged, this,
            [this](int days) { m_ui->retentionSpin->setSuffix(tr(" day(s)", nullptr, days)); });
    m_ui->retentionSpin->setRange(0, kMaxRetentionDays);
    m_ui->fileSpin->setRange(kMinFileMegabytes, kMaxFileMegabytes);
    m_ui->capSpin->setRange(0, kMaxCapGigabytes);
    connect(m_ui->recordingFolderButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->recordingFolderEdit, tr("Folder of recordings")); });
    connect(m_ui->journalFolderButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->journalFolderEdit, tr("Folder of the journal")); });
    connect(m_ui->journalCheck, &QCheckBox::toggled, m_ui->journalFolderEdit, &QWidget::setEnabled);
    connect(m_ui->journalCheck, &QCheckBox::toggled, m_ui->journalFolderButton, &QWidget::setEnabled);
}

RecordingPage::~RecordingPage() = default;

void RecordingPage::load(const settings::RecordingSettings& settings)
{
    m_ui->recordingFolderEdit->setText(QDir::toNativeSeparators(settings.folder.value()));
    m_ui->recordingFolderEdit->setPlaceholderText(QDir::toNativeSeparators(settings.folderInUse()));
    m_ui->alwaysCheck->setChecked(settings.alwaysOn.value());
    m_ui->retentionSpin->setValue(settings.retentionDays.value());
    m_ui->fileSpin->setValue(settings.fileMegabytes.value());
    m_ui->capSpin->setValue(settings.capGigabytes.value());
    m_ui->journalCheck->setChecked(settings.journal.value());
    m_ui->journalFolderEdit->setText(QDir::toNativeSeparators(settings.journalFolder.value()));
    m_ui->journalFolderEdit->setPlaceholderText(QDir::toNativeSeparators(settings.journalFolderInUse()));
    m_ui->journalFolderEdit->setEnabled(settings.journal.value());
    m_ui->journalFolderButton->setEnabled(settings.journal.value());
}

void RecordingPage::apply(settings::RecordingSettings& settings) const
{
    settings.folder.setValue(folderIn(m_ui->recordingFolderEdit));
    settings.alwaysOn.setValue(m_ui->alwaysCheck->isChecked());
    settings.retentionDays.setValue(m_ui->retentionSpin->value());
    settings.fileMegabytes.setValue(m_ui->fileSpin->value());
    settings.capGigabytes.setValue(m_ui->capSpin->value());
    settings.journal.setValue(m_ui->journalCheck->isChecked());
    settings.journalFolder.setValue(folderIn(m_ui->journalFolderEdit));
}

bool RecordingPage::isRight() const
{
    return m_ui->recordingFolderEdit->isRight() && m_ui->journalFolderEdit->isRight();
}

void RecordingPage::browse(QLineEdit* edit, const QString& title)
{
    const QString start = edit->text().isEmpty() ? edit->placeholderText() : edit->text();
    auto* dialog = new QFileDialog(this, title, start);
    dialog->setObjectName(edit->objectName() + QLatin1String("Dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, edit,
            [edit](const QString& path) { edit->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

} // namespace flowglass::views
