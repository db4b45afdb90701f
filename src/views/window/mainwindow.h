// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QMainWindow>

#include <memory>

namespace flowglass::views {

namespace Ui {
class MainWindow;
}
class AnomalyPanel;
class ContractPane;
class FeedBanner;
class ReplayBar;
class StatusStrip;
class TapePanel;
class TopBar;
class WelcomePage;
class WindowActions;

// The window: lays out the panels, owns the commands, remembers where everything stands. It knows nothing of
// the stream; whoever composes the program connects the panels' signals. The settings must outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(settings::Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    WindowActions& actions() { return *m_actions; }
    WelcomePage& welcomePage() const;
    TopBar& topBar() const;
    FeedBanner& feedBanner() const;
    ReplayBar& replayBar() const;
    TapePanel& tapePanel() const;
    AnomalyPanel& anomalyPanel() const;
    ContractPane& contractPane() const;
    StatusStrip& statusStrip() const;

    void showWelcome();
    void showWork();
    bool isAtWork() const;
    void setReplaying(bool replaying); // shows the replay bar and lets its commands be used
    void setSource(const QString& source); // in the title
    void applyTheme();                     // as the settings say
    void resetLayout();

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectCommands();
    void connectReplay();
    void setStreamCommands(bool enabled);
    void restoreLayout();
    void rememberLayout();
    void divide(); // the splitters as designed
    void setTabOrder();

    settings::Settings& m_settings;
    std::unique_ptr<Ui::MainWindow> m_ui;
    WindowActions* m_actions = nullptr;
};

} // namespace flowglass::views
