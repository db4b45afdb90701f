// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktoprun.h"

#include "app/desktop/contractdesk.h"
#include "app/desktop/detectiondesk.h"
#include "app/desktop/exportdesk.h"
#include "app/desktop/faults/proofdesk.h"
#include "app/desktop/judgement.h"
#include "app/desktop/keydesk.h"
#include "app/desktop/plandesk.h"
#include "app/desktop/recordings/recordingdesk.h"
#include "app/desktop/recordings/replaydesk.h"
#include "app/desktop/statusdesk.h"
#include "app/desktop/stream.h"
#include "app/sessionsetup.h"
#include "app/stderrlog.h"
#include "market/marketserver.h"
#include "session/replay/opensource.h"
#include "settings/keystore.h"
#include "views/anomaly/anomalypanel.h"
#include "views/contract/contractpane.h"
#include "views/dialogs/detectionpage.h"
#include "views/replay/replaybar.h"
#include "views/tape/tapepanel.h"
#include "views/window/feedbanner.h"
#include "views/window/statusstrip.h"
#include "views/window/topbar.h"
#include "views/window/welcomepage.h"
#include "views/window/windowactions.h"

#include <QAction>

namespace flowglass::app {

namespace {

using domain::FeedPhase;
using settings::FeedHost;

constexpr std::chrono::milliseconds kTick{33};
constexpr std::chrono::milliseconds kHiddenTick{200};
constexpr std::chrono::milliseconds kKeychainGrace{250}; // before the welcome page stands in for an answer
constexpr int kTicksPerFigures = 8;

domain::ZoneTime zoneOf(settings::TapeZone zone)
{
    switch (zone) {
    case settings::TapeZone::NewYork:
        return domain::ZoneTime::newYork();
    case settings::TapeZone::Local:
        return domain::ZoneTime::local();
    case settings::TapeZone::Utc:
        return domain::ZoneTime::utc();
    }
    return domain::ZoneTime::newYork();
}

} // namespace

DesktopRun::DesktopRun(CommandLine line, settings::SettingsStore& store, settings::Settings& settings,
                       std::unique_ptr<settings::KeyStore> keys, const domain::Clock& clock, StderrLog& log,
                       QObject* parent)
    : QObject(parent), m_line(std::move(line)), m_store(store), m_settings(settings), m_clock(clock), m_log(log),
      m_outputs(m_line), m_keys(std::make_unique<KeyDesk>(std::move(keys))), m_window(settings),
      m_dialogs(settings, *m_keys, &m_window), m_sessionDesk(settings),
      m_pastDesk(store.fileName(), clock), m_bundleDesk(store, clock)
{
    m_duration.setSingleShot(true);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &DesktopRun::tick);
    connect(&m_duration, &QTimer::timeout, this, &DesktopRun::onDuration);
    connect(&m_outputs, &RunOutputs::failed, this,
            [this](const domain::Error& error) { end(ExitCode::OutputFailed, error.text); });
    connect(&m_pastDesk, &PastDesk::told, &m_window.statusStrip(), &views::StatusStrip::setNotice);
    connect(&m_sessionDesk, &SessionDesk::told, &m_window.statusStrip(), &views::StatusStrip::setNotice);
    connect(&m_bundleDesk, &BundleDesk::told, &m_window.statusStrip(), &views::StatusStrip::setNotice);
    auto* proofDesk = new ProofDesk(m_window, clock); // the window's
    connect(proofDesk, &ProofDesk::told, &m_window.statusStrip(), &views::StatusStrip::setNotice);
    auto* planDesk = new PlanDesk(
        *m_keys, [this] { return liveConfig(m_line, m_settings).rest; },
        [this] { return m_stream && !m_stream->isDemo() ? m_stream->session().feedStatus() : domain::FeedStatus(); }, clock,
        this);
    connect(&m_dialogs, &DialogDesk::settingsOpened, planDesk, &PlanDesk::serve);
    connect(planDesk, &PlanDesk::tested, this, [this](const domain::PlanReport& report) {
        if (m_stream && !m_stream->isDemo())
            m_stream->session().contractService().learnPlan(report);
    });
    connect(&m_store, &settings::SettingsStore::changed, this, &DesktopRun::onSetting);
    connect(m_keys.get(), &KeyDesk::keyMissing, this, &DesktopRun::onKeyMissing);
    connect(m_keys.get(), &KeyDesk::stateChanged, this, &DesktopRun::presentKey);
    connect(m_keys.get(), &KeyDesk::keyFound, this, &DesktopRun::onKeyFound);
    wireWindow();
    wireCommands();
}

DesktopRun::~DesktopRun() { close(); }

void DesktopRun::start()
{
    const domain::Result<bool> outputs = m_outputs.open();
    if (!outputs)
        return end(ExitCode::OutputFailed, outputs.error().text);
    if (m_line.duration)
        m_duration.start(*m_line.duration);
    m_window.statusStrip().setNotice(m_store.loadNotice());
    m_window.welcomePage().setHost(m_line.feed.value_or(m_settings.feed.host.value()));
    m_window.topBar().setFilterText(m_settings.tape.filter.value());
    presentKey();
    m_tick.start();
    if (m_line.demo)
        return startDemo();
    QTimer::singleShot(kKeychainGrace, this, [this] {
        if (!m_stream && !m_window.isVisible())
            onKeyMissing();
    });
    m_keys->look();
}

void DesktopRun::startDemo()
{
    m_replayDesk.reset();
    auto market = std::make_unique<market::MarketServer>(marketConfig(m_line));
    const domain::Result<bool> started = market->start();
    if (!started) {
        m_log.write(LogLevel::Error, started.error().text);
        m_window.statusStrip().setNotice(started.error().text);
        return;
    }
    session::SessionConfig config = demoConfig(m_line, m_settings, *market);
    open(std::make_unique<Stream>(std::move(config), std::move(market), m_clock));
}

void DesktopRun::startLive()
{
    if (m_ending || m_keys->key().isEmpty())
        return;
    m_log.setSecret(m_keys->key());
    m_replayDesk.reset();
    session::SessionConfig config = liveConfig(m_line, m_settings);
    config.apiKey = m_keys->key();
    open(std::make_unique<Stream>(std::move(config), nullptr, m_clock));
}

void DesktopRun::open(std::unique_ptr<Stream> stream)
{
    close();
    m_stream = std::move(stream);
    wireStream();
    applyZone();
    const domain::Result<domain::TradeFilter> filter = domain::TradeFilter::parse(m_settings.tape.filter.value());
    if (filter)
        m_stream->tape().setFilter(*filter);
    m_stream->anomalies().setShowDismissed(m_window.actions().showDismissed->isChecked());
    m_window.topBar().setWatch(m_stream->session().watch());
    m_window.setSource(m_replayDesk ? m_replayDesk->summary(m_zone) : m_stream->sourceText());
    m_window.actions().demo->setEnabled(!m_stream->isDemo());
    m_window.setReplaying(m_replayDesk != nullptr);
    m_window.showWork();
    m_window.show();
    presentFigures();
    if (m_recordingDesk && !beginRecording())
        return;
    if (isLive())
        m_pastDesk.startWith(*m_stream);
    else
        m_stream->start();
}

bool DesktopRun::isLive() const { return !m_stream->player() && !m_stream->isDemo(); }

// False: the run ends, because what the command line asked for cannot be written.
bool DesktopRun::beginRecording()
{
    const domain::Result<bool> begun = m_recordingDesk->begin(std::exchange(m_line.record, QString()));
    if (!begun)
        end(ExitCode::OutputFailed, QStringLiteral("--record: ") + begun.error().text);
    return begun.has_value();
}

void DesktopRun::close()
{
    if (!m_stream)
        return;
    disconnect(&m_stream->session(), nullptr, this, nullptr);
    m_stream->stop();
    if (isLive())
        m_pastDesk.keep(*m_stream);
    m_window.tapePanel().setModel(nullptr);
    m_window.anomalyPanel().setModel(nullptr);
    m_window.contractPane().setModel(nullptr);
    m_exportDesk.reset();
    m_contractDesk.reset();
    m_statusDesk.reset();
    m_detectionDesk.reset();
    m_recordingDesk.reset();
    if (m_replayDesk)
        m_replayDesk->detach();
    m_stream.reset();
}

void DesktopRun::showWelcome()
{
    if (m_stream || m_ending)
        return;
    m_window.showWelcome();
    m_window.show();
}

void DesktopRun::tick()
{
    const bool seen = m_window.isVisible() && !m_window.isMinimized();
    const std::chrono::milliseconds interval = seen ? kTick : kHiddenTick;
    if (m_tick.intervalAsDuration() != interval)
        m_tick.setInterval(interval);
    if (!m_stream)
        return;
    seen ? m_stream->flush() : m_stream->flushUnseen();
    m_window.tapePanel().afterFlush();
    m_window.anomalyPanel().afterFlush();
    m_contractDesk->tick();
    if (m_replayDesk)
        m_replayDesk->present(m_zone);
    if (++m_ticks % kTicksPerFigures == 0)
        presentFigures();
}

void DesktopRun::presentFigures()
{
    m_statusDesk->presentFigures(m_zone);
    m_exportDesk->tick();
    const double rate = m_statusDesk->watchedPerSecond();
    m_dialogs.tick(*m_stream, rate);
    m_detectionDesk->tick(m_dialogs.detectionPage(), rate);
    const detect::Settings detect = m_stream->session().engine().settings();
    m_window.anomalyPanel().setFlagsPerHour(flagsPerHour(detect.flagsPer100k, rate));
    presentRecording();
}

void DesktopRun::presentRecording()
{
    m_window.actions().record->setEnabled(m_recordingDesk != nullptr);
    m_window.actions().record->setChecked(m_recordingDesk && m_recordingDesk->isRecording());
    m_window.topBar().presentRecording(m_recordingDesk ? m_recordingDesk->figures() : models::RecordingFigures());
}

void DesktopRun::presentKey()
{
    m_window.welcomePage().setKeepText(m_keys->stateText());
    m_dialogs.presentKey();
}

void DesktopRun::onFeedStatus(const domain::FeedStatus& status)
{
    m_reached = m_reached || status.phase == FeedPhase::Live || status.phase == FeedPhase::Delayed;
    m_statusDesk->presentFeed(m_zone);
}

void DesktopRun::useHost(FeedHost host)
{
    m_line.feed.reset();
    m_settings.feed.feedUrl.reset(); // it would be asked instead
    m_settings.feed.host.setValue(host);
}

void DesktopRun::applyZone()
{
    m_zone = zoneOf(m_settings.tape.zone.value());
    m_sessionDesk.setZone(m_zone);
    if (!m_stream)
        return;
    m_stream->setZone(m_zone);
    m_contractDesk->setZone(m_zone);
    m_detectionDesk->setZone(m_zone);
}

// A setting changed, wherever it was changed: whoever it governs is told here.
void DesktopRun::onSetting(const QString& key)
{
    const settings::Settings& s = m_settings;
    m_window.actions().show(s.tape, s.window);
    if (key == s.window.theme.key())
        m_window.applyTheme();
    else if (key == s.tape.zone.key())
        applyZone();
    else if (key == s.tape.newestFirst.key())
        m_window.tapePanel().applyOrder();
    else if (key == s.tape.density.key())
        m_window.tapePanel().applyDensity();
    else if (key == s.feed.host.key())
        useHost(s.feed.host.value());
    if (m_stream)
        applyToStream(key);
}

void DesktopRun::applyToStream(const QString& key)
{
    const settings::Settings& s = m_settings;
    session::Session& session = m_stream->session();
    if (key == s.watch.underlyings.key()) {
        const domain::Result<domain::WatchList> watch = domain::WatchList::parse(s.watch.underlyings.value());
        m_line.underlying.reset();
        if (watch)
            applyWatch(*watch);
        m_window.topBar().setWatch(session.watch());
    } else if (key.startsWith(QLatin1String("marks/"))) {
        m_stream->anomalies().setMarks(s.detect.marks());
    } else if (key.startsWith(QLatin1String("detect/"))) {
        m_line.sensitivity.reset();
        if (m_stream->player())
            m_stream->player()->keepSensitivity();
        session.setDetectSettings(detectSettings(s.detect.choice()));
    } else if (key == s.feed.ratePlan.key()) {
        session.contractService().setPlan(liveConfig(m_line, s).rest.plan);
    } else if (key == s.feed.host.key() && !m_stream->isDemo() && !m_replayDesk) {
        QMetaObject::invokeMethod(this, &DesktopRun::startLive, Qt::QueuedConnection);
    }
}

void DesktopRun::serveDetection(views::DetectionPage& page)
{
    using views::DetectionPage;
    connect(&page, &DetectionPage::resetBaselinesRequested, &m_pastDesk, &PastDesk::reset);
    connect(&page, &DetectionPage::tryRequested, this, [this](const settings::DetectChoice& choice) {
        m_sessionDesk.tryOn(m_replayDesk ? m_replayDesk->file() : QString(), detectSettings(choice), &m_window);
    });
    if (m_detectionDesk)
        m_detectionDesk->serve(page);
}

void DesktopRun::saveBundle()
{
    const std::optional<quint32> chosen = m_contractDesk ? m_contractDesk->anomaly() : std::nullopt;
    std::optional<domain::UnixMs> moment;
    if (chosen)
        moment = m_stream->session().engine().anomaly(*chosen).time;
    if (m_stream)
        m_bundleDesk.save(*m_stream, moment, m_settings.recording.folderInUse(), m_keys->key());
}

void DesktopRun::onDuration()
{
    if (m_reached)
        return end(ExitCode::Done, {});
    const QString reason = m_stream ? m_stream->session().feedStatus().reason : QString();
    end(ExitCode::NeverReached, tr("The feed could not be reached before --duration ended. %1").arg(reason).trimmed());
}

void DesktopRun::stop() { end(ExitCode::Done, {}); }

// May be called from within a signal of the session, so the session is stopped by a later turn.
void DesktopRun::end(ExitCode code, const QString& message)
{
    if (m_ending)
        return;
    m_ending = true;
    m_code = code;
    m_tick.stop();
    m_duration.stop();
    if (!message.isEmpty())
        m_log.write(LogLevel::Error, message);
    QMetaObject::invokeMethod(this, &DesktopRun::finish, Qt::QueuedConnection);
}

// The files of the command line are written even when there never was a stream: empty.
void DesktopRun::finish()
{
    m_window.close();
    if (m_stream)
        m_stream->stop();
    if (m_code != ExitCode::OutputFailed) {
        if (!m_stream)
            m_stream = std::make_unique<Stream>(liveConfig(m_line, m_settings), nullptr, m_clock);
        const domain::Result<bool> written = m_outputs.finish(m_stream->session());
        if (!written) {
            m_log.write(LogLevel::Error, written.error().text);
            m_code = ExitCode::OutputFailed;
        }
    }
    Q_EMIT finished(m_code);
}

} // namespace flowglass::app
