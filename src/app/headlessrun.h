// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/exitcode.h"
#include "app/runoutputs.h"
#include "domain/time/clock.h"
#include "domain/feedstatus.h"
#include "recording/recorder.h"
#include "settings/settings.h"
#include "settings/settingsstore.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace flowglass::market {
class MarketServer;
}
namespace flowglass::session {
class BaselineWriter;
class OpenInterestRecord;
class Player;
class Session;
struct SessionConfig;
} // namespace flowglass::session
namespace flowglass::settings {
class KeyStore;
}

namespace flowglass::app {

class StderrLog;

// One run without a window, from the key to the files of the end. After start() exactly one finished()
// comes, through the event loop, when everything is flushed: after --duration, the end of a replay, stop(), a refusal of
// the provider, an unreadable input or a failing output. Look-ups still under way are given up.
class HeadlessRun : public QObject
{
    Q_OBJECT

public:
    HeadlessRun(CommandLine line, const domain::Clock& clock, StderrLog& log, QObject* parent = nullptr);
    ~HeadlessRun() override;

    void start();
    void stop(); // as after SIGTERM

Q_SIGNALS:
    void finished(flowglass::app::ExitCode code);

private:
    void startDemo();
    void findKey();
    void onKey(const QString& key);
    void run(session::SessionConfig config);
    void startReplay(const QString& key);
    void onRecording(const recording::RecorderState& state);
    void tellLosses();
    void loadBaselines();
    void keepBaselines();
    void onFeedStatus(const domain::FeedStatus& status);
    void tellClosedMarket();
    void onDuration();
    void end(ExitCode code, const QString& message);
    void finish();

    const CommandLine m_line;
    const domain::Clock& m_clock;
    StderrLog& m_log;
    settings::SettingsStore m_store;
    settings::Settings m_settings;
    RunOutputs m_outputs;
    std::unique_ptr<settings::KeyStore> m_keys;
    std::unique_ptr<market::MarketServer> m_market;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<session::BaselineWriter> m_baselines; // live only
    std::unique_ptr<session::OpenInterestRecord> m_openInterest; // live only
    std::unique_ptr<session::Player> m_player; // of a replay; borrows the session
    recording::RecorderState::Phase m_recording = recording::RecorderState::Phase::Idle; // last told
    QTimer m_duration;
    domain::FeedPhase m_phase = domain::FeedPhase::Offline; // last told
    bool m_reached = false;                                 // the feed was live at least once
    bool m_ending = false;
    ExitCode m_code = ExitCode::Done;
};

} // namespace flowglass::app
