// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/exitcode.h"
#include "app/runoutputs.h"
#include "domain/time/clock.h"
#include "domain/feedstatus.h"
#include "settings/settings.h"
#include "views/window/mainwindow.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QApplication;

namespace flowglass::settings {
class KeyStore;
}
namespace flowglass::views {
class DiagnosticsDialog;
class SettingsDialog;
}

namespace flowglass::app {

class ContractDesk;
class ExportDesk;
class KeyDesk;
class StderrLog;
class Stream;

// One run in a window: owns the window and the stream it shows, and makes every connection between them.
// After start() exactly one finished() comes, when the window is closed, after --duration or stop(), with
// the files of the command line written. GUI thread.
class DesktopRun : public QObject
{
    Q_OBJECT

public:
    // The store of the settings, the settings, the clock and the log must outlive it.
    DesktopRun(CommandLine line, settings::SettingsStore& store, settings::Settings& settings,
               std::unique_ptr<settings::KeyStore> keys, const domain::Clock& clock, StderrLog& log,
               QObject* parent = nullptr);
    ~DesktopRun() override;

    void start();
    void stop(); // as after SIGTERM
    views::MainWindow& window() { return m_window; }
    Stream* stream() { return m_stream.get(); } // null on the welcome page

Q_SIGNALS:
    void finished(flowglass::app::ExitCode code);

private:
    void wireWindow();
    void wireCommands();
    void wireStream();
    void startDemo();
    void startLive();
    void open(std::unique_ptr<Stream> stream);
    void close();
    void showWelcome();

    void tick();
    void presentFigures();
    void presentFeed();
    void presentEmptyStates();
    void presentKey();
    void onFeedStatus(const domain::FeedStatus& status);
    void onSetting(const QString& key);
    void applyToStream(const QString& key);
    void applyZone();
    void useHost(settings::FeedHost host);
    void openSettings(bool atKey);
    void openDiagnostics();
    void onDuration();
    void end(ExitCode code, const QString& message);
    void finish();

    CommandLine m_line;
    settings::SettingsStore& m_store;
    settings::Settings& m_settings;
    const domain::Clock& m_clock;
    StderrLog& m_log;
    RunOutputs m_outputs;
    std::unique_ptr<KeyDesk> m_keys;
    views::MainWindow m_window;
    std::unique_ptr<Stream> m_stream; // what follows borrows it
    std::unique_ptr<ContractDesk> m_contractDesk;
    std::unique_ptr<ExportDesk> m_exportDesk;
    QPointer<views::SettingsDialog> m_settingsDialog;
    QPointer<views::DiagnosticsDialog> m_diagnosticsDialog;
    QTimer m_tick;
    QTimer m_duration;
    int m_ticks = 0;
    QElapsedTimer m_rateClock; // since the watched trades were last counted
    quint64 m_rateTrades = 0;
    double m_watchedPerSecond = 0.0;
    bool m_reached = false;
    bool m_ending = false;
    ExitCode m_code = ExitCode::Done;
};

// Sets up style, language and settings, and runs until the window is closed. Returns the exit code.
int runDesktop(QApplication& application, const CommandLine& line);

} // namespace flowglass::app
