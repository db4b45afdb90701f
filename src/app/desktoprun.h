// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/desktop/pastdesk.h"
#include "app/desktop/recordings/bundledesk.h"
#include "app/desktop/dialogdesk.h"
#include "app/desktop/recordings/sessiondesk.h"
#include "app/exitcode.h"
#include "app/runoutputs.h"
#include "domain/time/clock.h"
#include "settings/keystore.h"
#include "settings/settings.h"
#include "views/window/mainwindow.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace flowglass::app {

class ContractDesk;
class DetectionDesk;
class RecordingDesk;
class ReplayDesk;
class StatusDesk;
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
    void wireRecording();
    void serveDetection(views::DetectionPage& page);
    bool isLive() const; // on the provider's feed: neither demo nor replay
    void startDemo();
    void startLive();
    void onKeyFound();
    void onKeyMissing();
    void openReplay(const QString& file);
    void replay(const QString& file, domain::UnixNs target, bool playing, double speed);
    void restartReplay(domain::UnixNs target, bool playing);
    void closeReplay();
    void open(std::unique_ptr<Stream> stream);
    bool beginRecording();
    void close();
    void showWelcome();

    void tick();
    void presentFigures();
    void presentRecording();
    void presentKey();
    void onFeedStatus(const domain::FeedStatus& status);
    void onSetting(const QString& key);
    void applyToStream(const QString& key);
    void applyZone();
    void useHost(settings::FeedHost host);
    void applyWatch(const domain::WatchList& watch);
    void saveBundle();
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
    DialogDesk m_dialogs;
    SessionDesk m_sessionDesk;
    PastDesk m_pastDesk;
    BundleDesk m_bundleDesk;
    std::unique_ptr<ReplayDesk> m_replayDesk; // of the file being replayed, from stream to stream
    std::unique_ptr<Stream> m_stream; // what follows borrows it
    std::unique_ptr<ContractDesk> m_contractDesk;
    std::unique_ptr<ExportDesk> m_exportDesk;
    std::unique_ptr<StatusDesk> m_statusDesk;
    std::unique_ptr<DetectionDesk> m_detectionDesk;
    std::unique_ptr<RecordingDesk> m_recordingDesk; // null in a replay
    domain::ZoneTime m_zone = domain::ZoneTime::newYork();
    QTimer m_tick;
    QTimer m_duration;
    int m_ticks = 0;
    bool m_reached = false;
    bool m_ending = false;
    ExitCode m_code = ExitCode::Done;
};

} // namespace flowglass::app
