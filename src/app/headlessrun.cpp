// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headlessrun.h"

#include "app/sessionsetup.h"
#include "app/stderrlog.h"
#include "exporting/atomicfile.h"
#include "market/marketserver.h"
#include "models/parts/markettext.h"
#include "session/baselinewriter.h"
#include "session/keptfiles.h"
#include "session/openinterest/openinterestrecord.h"
#include "session/replay/opensource.h"
#include "session/replay/player.h"
#include "session/session.h"
#include "settings/keystore.h"
#include "settings/systemkeybackend.h"

#include <utility>

namespace flowglass::app {

namespace {

using domain::FeedPhase;

constexpr std::chrono::seconds kKeychainPatience{2}; // nobody is there to unlock it

QString words(FeedPhase phase)
{
    switch (phase) {
    case FeedPhase::Offline:
        return QStringLiteral("offline");
    case FeedPhase::Connecting:
        return QStringLiteral("connecting");
    case FeedPhase::Authenticating:
        return QStringLiteral("authenticating");
    case FeedPhase::Subscribing:
        return QStringLiteral("subscribing");
    case FeedPhase::Live:
        return QStringLiteral("live");
    case FeedPhase::Delayed:
        return QStringLiteral("live, delayed by 15 minutes");
    case FeedPhase::Stalled:
        return QStringLiteral("stalled");
    case FeedPhase::Reconnecting:
        return QStringLiteral("reconnecting");
    case FeedPhase::Refused:
        return QStringLiteral("refused");
    case FeedPhase::Replaced:
        return QStringLiteral("replaced by another client of the account, trying again in a minute");
    }
    return {};
}

ExitCode codeOf(const domain::Error& error)
{
    return error.code == domain::Error::Code::Unwritable ? ExitCode::OutputFailed : ExitCode::BadInput;
}

} // namespace

HeadlessRun::HeadlessRun(CommandLine line, const domain::Clock& clock, StderrLog& log, QObject* parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_clock(clock)
    , m_log(log)
    , m_store(m_line.settingsFile)
    , m_settings(m_store)
    , m_outputs(m_line)
{
    m_duration.setSingleShot(true);
    connect(&m_duration, &QTimer::timeout, this, &HeadlessRun::onDuration);
    connect(&m_outputs, &RunOutputs::failed, this,
            [this](const domain::Error& error) { end(ExitCode::OutputFailed, error.text); });
}

HeadlessRun::~HeadlessRun() = default;

void HeadlessRun::start()
{
    if (!m_store.loadNotice().isEmpty())
        m_log.write(LogLevel::Warning, m_store.loadNotice());
    const domain::Result<bool> outputs = m_outputs.open();
    if (!outputs)
        return end(ExitCode::OutputFailed, outputs.error().text);
    if (m_line.duration) {
        m_duration.setTimerType(Qt::PreciseTimer);
        m_duration.start(*m_line.duration);
    }
    if (m_line.demo)
        startDemo();
    else
        findKey();
}

void HeadlessRun::startDemo()
{
    m_market = std::make_unique<market::MarketServer>(marketConfig(m_line));
    const domain::Result<bool> started = m_market->start();
    if (!started)
        return end(ExitCode::NeverReached, started.error().text);
    run(demoConfig(m_line, m_settings, *m_market));
}

void HeadlessRun::findKey()
{
    const QString key = settings::keyFromEnvironment();
    if (!key.isEmpty())
        return onKey(key);
    using settings::KeyStore;
    m_keys = std::make_unique<KeyStore>(std::make_unique<settings::SystemKeyBackend>(),
                                        KeyStore::Config{kKeychainPatience});
    connect(m_keys.get(), &KeyStore::keyRead, this, &HeadlessRun::onKey);
    connect(m_keys.get(), &KeyStore::failed, this, [this] { onKey({}); });
    m_keys->read();
}

void HeadlessRun::onKey(const QString& key)
{
    if (m_ending)
        return;
    m_log.setSecret(key);
    if (!m_line.replay.isEmpty())
        return startReplay(key);
    if (key.isEmpty()) {
        return end(ExitCode::NotAllowed,
                   tr("No API key found: set MASSIVE_API_KEY (or POLYGON_API_KEY), or keep "
                      "one in the system keychain. --demo needs no key."));
    }
    session::SessionConfig config = liveConfig(m_line, m_settings);
    config.apiKey = key;
    run(std::move(config));
}

void HeadlessRun::run(session::SessionConfig config)
{
    m_log.write(LogLevel::Info, QStringLiteral("feed: %1").arg(config.feed.url.toString()));
    m_session = std::make_unique<session::Session>(std::move(config), m_clock);
    connect(m_session.get(), &session::Session::feedStatusChanged, this, &HeadlessRun::onFeedStatus);
    m_outputs.follow(*m_session);
    if (!m_line.record.isEmpty()) {
        connect(m_session.get(), &session::Session::recordingChanged, this, &HeadlessRun::onRecording);
        recording::RecorderConfig recorder;
        recorder.path = m_line.record;
        const domain::Result<bool> recording = m_session->startRecording(std::move(recorder));
        if (!recording)
            return end(ExitCode::OutputFailed, QStringLiteral("--record: ") + recording.error().text);
    }
    if (!m_market) {
        loadBaselines();
        m_baselines = std::make_unique<session::BaselineWriter>(session::baselinePath(m_store.fileName()));
        connect(m_baselines.get(), &session::BaselineWriter::failed, this,
                [this](const QString& text) { m_log.write(LogLevel::Warning, text); });
        m_baselines->follow(*m_session);
        using session::OpenInterestRecord;
        m_openInterest = std::make_unique<OpenInterestRecord>(session::openInterestPath(m_store.fileName()), m_clock);
        connect(m_openInterest.get(), &OpenInterestRecord::failed, this,
                [this](const QString& text) { m_log.write(LogLevel::Warning, text); });
        m_openInterest->follow(*m_session);
    }
    m_session->start();
}

void HeadlessRun::loadBaselines()
{
    const QString path = session::baselinePath(m_store.fileName());
    const domain::Result<QByteArray> text = session::readKept(path);
    if (text && text->isEmpty())
        return;
    if (text)
        m_session->post(session::LearntBaselines{*text});
    if (m_session->engine().baselines().days > 0)
        return;
    session::keepAside(path);
    m_log.write(LogLevel::Warning, tr("What was learnt on earlier days could not be read; it is kept aside and learnt anew."));
}

void HeadlessRun::keepBaselines()
{
    m_baselines.reset(); // so that nothing older is written behind this
    if (m_market || m_player || m_session->engine().warmup().judged == 0)
        return;
    const domain::Result<bool> kept =
        exporting::writeWhole(session::baselinePath(m_store.fileName()), m_session->engine().saveBaselines());
    if (!kept)
        m_log.write(LogLevel::Warning, kept.error().text);
}

// Needs no key: without one, contracts are not looked up.
void HeadlessRun::startReplay(const QString& key)
{
    session::SessionConfig config = replayConfig(m_line, m_settings, m_line.replay, key);
    const session::OpenSource open = session::openReplayFile(m_line.replay, config.watch);
    m_session = std::make_unique<session::Session>(std::move(config), m_clock);
    m_outputs.follow(*m_session);
    session::Player::Config how;
    how.speed = m_line.speed;
    how.followWatch = !m_line.underlying;
    how.followSensitivity = !m_line.sensitivity;
    m_player = std::make_unique<session::Player>(open, how, *m_session, m_clock);
    connect(m_player.get(), &session::Player::opened, this, [this] {
        m_log.write(LogLevel::Info, QStringLiteral("replay: %1").arg(m_line.replay));
    });
    connect(m_player.get(), &session::Player::ended, this, &HeadlessRun::stop);
    connect(m_player.get(), &session::Player::failed, this,
            [this](const domain::Error& error) { end(codeOf(error), error.text); });
    m_session->start();
    m_player->open();
}

void HeadlessRun::onRecording(const recording::RecorderState& state)
{
    using Phase = recording::RecorderState::Phase;
    if (std::exchange(m_recording, state.phase) == state.phase)
        return;
    if (state.phase == Phase::LowDisk)
        m_log.write(LogLevel::Warning, tr("The disk of %1 is nearly full.").arg(state.path));
    else if (state.phase == Phase::Failed && state.error)
        m_log.write(LogLevel::Error, QStringLiteral("--record: ") + state.error->text);
}

void HeadlessRun::tellLosses()
{
    if (!m_player)
        return;
    for (const recording::Loss& loss : m_player->losses()) {
        m_log.write(LogLevel::Warning, tr("%1: %2 bytes at offset %3 could not be read: %4")
                                           .arg(m_line.replay)
                                           .arg(loss.bytes)
                                           .arg(loss.offset)
                                           .arg(loss.reason));
    }
}

void HeadlessRun::onFeedStatus(const domain::FeedStatus& status)
{
    const bool reached = status.phase == FeedPhase::Live || status.phase == FeedPhase::Delayed;
    const bool first = reached && !std::exchange(m_reached, true);
    if (status.phase == FeedPhase::Refused)
        return end(ExitCode::NotAllowed, status.reason);
    if (std::exchange(m_phase, status.phase) == status.phase)
        return;
    const bool lost = status.phase == FeedPhase::Reconnecting || status.phase == FeedPhase::Replaced;
    m_log.write(lost ? LogLevel::Warning : LogLevel::Info,
                QStringLiteral("feed: ") + words(status.phase) +
                    (status.reason.isEmpty() ? QString() : QStringLiteral(" - ") + status.reason));
    if (first)
        tellClosedMarket();
}

// Why nothing comes, in the words of the window.
void HeadlessRun::tellClosedMarket()
{
    const domain::MarketState market = m_session->guard().market();
    if (market.open)
        return;
    using Badge = models::FeedBadge;
    const Badge badge = m_session->config().feed.delayed ? Badge::Delayed : Badge::RealTime;
    QString text = models::closedMarketText(market, domain::lossyToMs(m_clock.now()), badge).full;
    m_log.write(LogLevel::Info, text.replace(QLatin1Char('\n'), QLatin1Char(' ')));
}

void HeadlessRun::onDuration()
{
    if (m_reached)
        return end(ExitCode::Done, {});
    const QString reason = m_session ? m_session->feedStatus().reason : QString();
    end(ExitCode::NeverReached,
        tr("The feed could not be reached before --duration ended. %1").arg(reason).trimmed());
}

void HeadlessRun::stop()
{
    end(ExitCode::Done, {});
}

// May be called from within a signal of the session, so the session is stopped by a later turn.
void HeadlessRun::end(ExitCode code, const QString& message)
{
    if (m_ending)
        return;
    m_ending = true;
    m_code = code;
    m_duration.stop();
    if (!message.isEmpty())
        m_log.write(LogLevel::Error, message);
    QMetaObject::invokeMethod(this, &HeadlessRun::finish, Qt::QueuedConnection);
}

void HeadlessRun::finish()
{
    if (m_player)
        disconnect(m_player.get(), nullptr, this, nullptr);
    // Stopped while the key was still looked for: what was asked for is written all the same, empty.
    if (!m_session && (m_code == ExitCode::Done || m_code == ExitCode::NeverReached))
        m_session = std::make_unique<session::Session>(liveConfig(m_line, m_settings), m_clock);
    if (m_session) {
        disconnect(m_session.get(), &session::Session::feedStatusChanged, this, nullptr);
        tellLosses();
        m_session->stop();
        keepBaselines();
        if (m_openInterest)
            m_openInterest->close();
        if (m_session->recordingState().error && m_code == ExitCode::Done)
            m_code = ExitCode::OutputFailed;
        const domain::Result<bool> written = m_outputs.finish(*m_session);
        if (!written && m_code != ExitCode::OutputFailed)
            m_log.write(LogLevel::Error, written.error().text);
        if (!written && m_code == ExitCode::Done)
            m_code = ExitCode::OutputFailed;
        const domain::Counters& counters = m_session->counters();
        m_log.write(
            LogLevel::Info,
            QStringLiteral("%1 trades watched, %2 anomalies").arg(counters.watched).arg(counters.anomalies));
    }
    if (m_market)
        m_market->stop();
    Q_EMIT finished(m_code);
}

} // namespace flowglass::app
