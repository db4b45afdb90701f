// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/recordingsettings.h"

#include <QDialog>

#include <memory>

namespace flowglass::models {
class SessionListModel;
struct SessionRow;
}

namespace flowglass::views {

namespace Ui {
class SessionBrowser;
}
class HeaderMemory;

// The recordings there are: what each holds before it is opened, and what can be done with it. Not modal.
// Does nothing by itself but ask. The settings must outlive it.
class SessionBrowser : public QDialog
{
    Q_OBJECT

public:
    explicit SessionBrowser(settings::RecordingSettings& settings, QWidget* parent = nullptr);
    ~SessionBrowser() override;

    void setModel(models::SessionListModel* model); // outlives this, or null
    void setFolder(const QString& folder);          // said where there is nothing to list
    void setNotice(const QString& text);            // one sentence that stays until the next; empty: none
    QStringList selectedPaths() const;              // top to bottom

Q_SIGNALS:
    void openRequested(const QStringList& paths);    // one
    void analyseRequested(const QStringList& paths); // one or more, none of them busy
    void cancelRequested(const QStringList& paths);  // their analysis
    void compareRequested(const QStringList& paths); // two, the older first
    void importRequested(const QStringList& paths);  // chosen from elsewhere: .fgr, .csv, .csv.gz
    void deleteRequested(const QStringList& paths);  // confirmed
    void folderRequested(const QStringList& paths);  // show these in the file manager; none: the folder itself

protected:
    void reject() override; // Escape takes the question back first

private:
    void connectButtons();
    void onChanged(); // selection or rows
    void presentDetails();
    void openChosen();
    void analyse();
    void cancelAnalysis();
    void compare();
    void browse();
    void askDelete();
    void endDelete(bool confirmed);
    std::vector<const models::SessionRow*> selectedRows() const;

    std::unique_ptr<Ui::SessionBrowser> m_ui;
    HeaderMemory* m_columns = nullptr;
    models::SessionListModel* m_model = nullptr;
    QStringList m_toDelete; // asked about
};

} // namespace flowglass::views
