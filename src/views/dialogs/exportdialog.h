// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <array>
#include <memory>

namespace flowglass::views {

namespace Ui {
class ExportDialog;
}

enum class ExportScope { All, NotDismissed, Selected };

// Where an export goes and what is in it; then how it goes. Not modal: the tape goes on beside it.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(QWidget* parent = nullptr);
    ~ExportDialog() override;

    void setCounts(qint64 all, qint64 notDismissed, qint64 selected); // rows of each scope
    void setFile(const QString& path);
    QString file() const;
    ExportScope scope() const;

    void showProgress(qint64 done, qint64 total);
    void showFinished(qint64 rows, const QString& path);
    void showFailed(const QString& text);

Q_SIGNALS:
    void exportRequested(flowglass::views::ExportScope scope, const QString& path);
    void cancelRequested();
    void folderRequested(const QString& path);

protected:
    void reject() override; // cancels what is running first

private:
    void setRunning(bool running);
    void updatePreview();
    void browse();
    void onExport();

    std::unique_ptr<Ui::ExportDialog> m_ui;
    std::array<qint64, 3> m_counts{}; // by ExportScope
    QString m_written;
    bool m_running = false;
};

} // namespace flowglass::views
