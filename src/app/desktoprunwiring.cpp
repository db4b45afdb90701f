// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktoprun.h"

#include "app/desktop/contractdesk.h"
#include "app/desktop/detectiondesk.h"
#include "app/desktop/exportdesk.h"
#include "app/desktop/faults/faultdesk.h"
#include "app/desktop/keydesk.h"
#include "app/desktop/recordings/recordingdesk.h"
#include "app/desktop/recordings/replaydesk.h"
#include "app/desktop/statusdesk.h"
#include "app/desktop/stream.h"
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

// Every connection between the window, its commands and the stream it shows.
namespace flowglass::app {

using settings::FeedHost;

// From the panels: values only.
void DesktopRun::wireWindow()
{
    connect(&m_window, &views::MainWindow::closed, this, &DesktopRun::stop);
    connect(&m_window.welcomePage(), &views::WelcomePage::demoRequested, this, &DesktopRun::startDemo);
    connect(&m_window.welcomePage(), &views::WelcomePage::recordingRequested, this,
            [this] { m_sessionDesk.open(&m_window); });
    connect(&m_window.welcomePage(), &views::WelcomePage::keyEntered, this,
            [this](const QString& key, FeedHost host) {
                if (host != m_line.feed.value_or(m_settings.feed.host.value()))
                    useHost(host);
                m_keys->enter(key);
            });

    views::FeedBanner* banner = &m_window.feedBanner();
    connect(banner, &views::FeedBanner::retryRequested, this, [this] { m_stream->session().connection().retryNow(); });
    connect(banner, &views::FeedBanner::keyRequested, this, [this] { m_dialogs.openSettings(true); });
    connect(banner, &views::FeedBanner::delayedRequested, this, [this] {
        const bool isChosen = m_settings.feed.host.value() == FeedHost::Delayed; // else choosing it starts it
        useHost(FeedHost::Delayed);
        if (isChosen)
            startLive();
    });
    connect(banner, &views::FeedBanner::replayRequested, this, [this] { m_sessionDesk.open(&m_window); });
    connect(banner, &views::FeedBanner::demoRequested, this, &DesktopRun::startDemo);

    views::TopBar* bar = &m_window.topBar();
    connect(bar, &views::TopBar::retryRequested, this, [this] { m_stream->session().connection().retryNow(); });
    connect(bar, &views::TopBar::recordingClicked, this, [this] { m_sessionDesk.open(&m_window); });
    connect(bar, &views::TopBar::watchChosen, this,
            [this](const domain::WatchList& watch) { m_settings.watch.underlyings.setValue(watch.text()); });
    connect(bar, &views::TopBar::filterChanged, this, [this](const domain::TradeFilter& filter, const QString& text) {
        m_settings.tape.filter.setValue(text);
        if (m_stream)
            m_stream->tape().setFilter(filter);
    });

    connect(&m_window.anomalyPanel(), &views::AnomalyPanel::anomalyChosen, this,
            [this](quint32 id) { m_contractDesk->chooseAnomaly(id); });
    connect(&m_window.tapePanel(), &views::TapePanel::tradeChosen, this, [this](domain::ContractId contract, quint64 row) {
        m_window.anomalyPanel().clearSelection();
        m_contractDesk->chooseTrade(contract, row);
    });
    const auto explain = [this](domain::ContractId contract, quint64 row) { m_detectionDesk->explain(contract, row); };
    connect(&m_window.tapePanel(), &views::TapePanel::explainRequested, this, explain);
    connect(&m_window.contractPane(), &views::ContractPane::explainRequested, this, explain);
    connect(&m_window.anomalyPanel(), &views::AnomalyPanel::budgetRequested, &m_dialogs, &DialogDesk::openDetection);
    connect(&m_dialogs, &DialogDesk::detectionOpened, this, &DesktopRun::serveDetection);
    connect(&m_window.contractPane(), &views::ContractPane::retryRequested, this, [this] { m_contractDesk->retry(); });
}

void DesktopRun::wireCommands()
{
    views::WindowActions* actions = &m_window.actions();
    connect(actions->exportFlagged, &QAction::triggered, this, [this] { m_exportDesk->open(&m_window); });
    connect(actions->retry, &QAction::triggered, this, [this] { m_stream->session().connection().retryNow(); });
    connect(actions->demo, &QAction::triggered, this, &DesktopRun::startDemo);
    connect(actions->replay, &QAction::triggered, this, [this] { m_sessionDesk.open(&m_window); });
    connect(actions->record, &QAction::triggered, this, [this](bool on) { m_recordingDesk->setRecording(on); });
    connect(actions->saveBundle, &QAction::triggered, this, &DesktopRun::saveBundle);
    connect(&m_sessionDesk, &SessionDesk::openRequested, this, [this](const QString& file) { openReplay(file); });
    connect(&m_window.replayBar(), &views::ReplayBar::closeRequested, this, &DesktopRun::closeReplay);
    connect(actions->preferences, &QAction::triggered, this, [this] { m_dialogs.openSettings(false); });
    connect(actions->diagnostics, &QAction::triggered, this, [this] { m_dialogs.openDiagnostics(m_stream.get()); });
    connect(actions->newestFirst, &QAction::triggered, this,
            [this](bool on) { m_settings.tape.newestFirst.setValue(on); });
    connect(actions->showDismissed, &QAction::triggered, this, [this](bool on) {
        if (m_stream)
            m_stream->anomalies().setShowDismissed(on);
    });
    connect(actions, &views::WindowActions::themeChosen, this,
            [this](settings::Theme theme) { m_settings.window.theme.setValue(theme); });
    connect(actions, &views::WindowActions::zoneChosen, this,
            [this](settings::TapeZone zone) { m_settings.tape.zone.setValue(zone); });
    connect(actions, &views::WindowActions::densityChosen, this,
            [this](settings::RowDensity density) { m_settings.tape.density.setValue(density); });
}

void DesktopRun::wireStream()
{
    connect(&m_stream->session(), &session::Session::feedStatusChanged, this, &DesktopRun::onFeedStatus);
    connect(&m_stream->session(), &session::Session::watchChanged, this,
            [this] { m_window.topBar().setWatch(m_stream->session().watch()); });
    m_outputs.follow(m_stream->session());
    m_stream->anomalies().setMarks(m_settings.detect.marks());
    m_contractDesk = std::make_unique<ContractDesk>(*m_stream, m_window.contractPane(),
                                                    isLive() ? &m_pastDesk.openInterest() : nullptr, m_clock);
    m_statusDesk = std::make_unique<StatusDesk>(*m_stream, m_replayDesk.get(), m_window, m_clock,
                                                !m_line.feedUrl && !m_stream->session().config().feed.delayed);
    m_detectionDesk = std::make_unique<DetectionDesk>(*m_stream, isLive() ? &m_pastDesk : nullptr, &m_window, m_clock);
    if (views::DetectionPage* page = m_dialogs.detectionPage())
        m_detectionDesk->serve(*page);
    if (!m_replayDesk)
        wireRecording();
    if (market::MarketServer* market = m_stream->market()) {
        auto* faultDesk = new FaultDesk(*market, m_window, m_stream.get());
        connect(faultDesk, &FaultDesk::told, &m_window.statusStrip(), &views::StatusStrip::setNotice);
    }
    m_exportDesk = std::make_unique<ExportDesk>(*m_stream, m_window.anomalyPanel(), m_settings.window, m_clock);
    m_window.anomalyPanel().setModel(&m_stream->anomalies());
    m_window.contractPane().setModel(&m_stream->prints());
    m_window.tapePanel().setModel(&m_stream->tape());
}

void DesktopRun::wireRecording()
{
    m_recordingDesk = std::make_unique<RecordingDesk>(*m_stream, m_settings.recording, m_clock);
    connect(m_recordingDesk.get(), &RecordingDesk::changed, this, &DesktopRun::presentRecording);
    connect(m_recordingDesk.get(), &RecordingDesk::troubled, &m_window.statusStrip(), &views::StatusStrip::setNotice);
}

} // namespace flowglass::app
