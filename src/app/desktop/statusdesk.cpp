// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/statusdesk.h"

#include "app/desktop/recordings/replaydesk.h"
#include "models/gaps/coveragetext.h"
#include "models/parts/feednotice.h"
#include "models/parts/markettext.h"
#include "views/anomaly/anomalypanel.h"
#include "views/tape/tapepanel.h"
#include "views/window/feedbanner.h"
#include "views/window/mainwindow.h"
#include "views/window/statusstrip.h"
#include "views/window/topbar.h"

#include <QCoreApplication>

#include <cmath>

namespace flowglass::app {

namespace {

using domain::FeedPhase;

constexpr qint64 kRateMs = 2'000;

QString say(const char* text) { return QCoreApplication::translate("StatusDesk", text); }

} // namespace

StatusDesk::StatusDesk(Stream& stream, const ReplayDesk* replay, views::MainWindow& window, const domain::Clock& clock,
                       bool canUseDelayed)
    : m_stream(stream), m_replay(replay), m_window(window), m_clock(clock), m_canUseDelayed(canUseDelayed)
{
    m_rateClock.start();
}

void StatusDesk::presentFigures(const domain::ZoneTime& zone)
{
    session::Session& session = m_stream.session();
    const session::Health health = session.health();
    const contracts::ContractService& rest = session.contractService();
    measureWatched();
    m_window.statusStrip().present({models::rateText(health.tradesPerSecond),
                                    models::backlogText(health.backlogFrames, health.backlogAge),
                                    models::latencyText(health.latencyP50, health.latencyP99, health.screenP50,
                                                        health.screenP99),
                                    models::stallText(health.worstStall), rest.callsLastMinute(), rest.inFlight(),
                                    rest.queued(), session.counters().watched, session.counters().flagged,
                                    sourceText(), coverageText()});
    presentFeed(zone);
    presentEmptyStates();
}

// With a word about a wrong clock, because latency and ages are wrong by as much.
QString StatusDesk::sourceText() const
{
    const auto off = m_stream.session().contractService().line().clockOff();
    if (!off || m_replay)
        return m_stream.sourceText();
    const char* text =
        off->count() > 0
            ? QT_TRANSLATE_NOOP("StatusDesk", "%1, this computer's clock is %L2 s ahead: latency and ages are wrong")
            : QT_TRANSLATE_NOOP("StatusDesk", "%1, this computer's clock is %L2 s behind: latency and ages are wrong");
    return say(text).arg(m_stream.sourceText()).arg(std::abs(double(off->count())) / 1000.0, 0, 'f', 1);
}

models::StatusText StatusDesk::coverageText() const
{
    const session::Session& session = m_stream.session();
    return models::coverageText(models::coverage(session.store(), session.guard().calendar()));
}

void StatusDesk::measureWatched()
{
    if (m_rateClock.elapsed() < kRateMs)
        return;
    const quint64 watched = m_stream.session().counters().watched;
    m_watchedPerSecond = double(watched - m_rateTrades) * 1000.0 / double(m_rateClock.restart());
    m_rateTrades = watched;
}

void StatusDesk::presentFeed(const domain::ZoneTime& zone)
{
    if (m_replay) {
        m_window.feedBanner().present({});
        return m_window.topBar().presentFeed(m_replay->feedText(zone), {});
    }
    const session::Session& session = m_stream.session();
    const domain::FeedStatus& status = session.feedStatus();
    const std::optional<models::StatusText> closed = closedMarket();
    m_window.topBar().presentFeed(closed.value_or(feedText()), models::retryText(status.phase));
    m_window.feedBanner().present(models::feedNotice(status, domain::lossyToMs(m_clock.now()), m_canUseDelayed,
                                                     !m_stream.isDemo(),
                                                     session.counters().watched == 0 ? closed : std::nullopt));
}

models::StatusText StatusDesk::feedText() const
{
    const session::Session& session = m_stream.session();
    models::StatusText text =
        models::feedStateText(session.feedStatus(), domain::lossyToMs(m_clock.now()), m_stream.badge());
    const QString halfDay = models::halfDayText(session.guard().market());
    if (!halfDay.isEmpty())
        text.full += QLatin1Char('\n') + halfDay;
    return text;
}

std::optional<models::StatusText> StatusDesk::closedMarket() const
{
    const FeedPhase phase = m_stream.session().feedStatus().phase;
    const domain::MarketState market = m_stream.session().guard().market();
    if (m_replay || market.open || (phase != FeedPhase::Live && phase != FeedPhase::Delayed))
        return std::nullopt;
    return models::closedMarketText(market, domain::lossyToMs(m_clock.now()), m_stream.badge());
}

void StatusDesk::presentEmptyStates()
{
    m_window.tapePanel().setEmptyText(emptyTapeText());
    const quint64 judged = m_stream.session().engine().warmup().judged;
    m_window.anomalyPanel().setEmptyText(
        judged == 0 ? say(QT_TRANSLATE_NOOP("StatusDesk", "Nothing to judge yet."))
                    : say(QT_TRANSLATE_NOOP("StatusDesk", "Nothing unusual in %L1 trades so far. The detectors learn "
                                                          "what is usual as trades come."))
                          .arg(judged));
}

QString StatusDesk::emptyTapeText() const
{
    const session::Session& session = m_stream.session();
    const FeedPhase phase = session.feedStatus().phase;
    if (session.counters().watched > 0)
        return say(QT_TRANSLATE_NOOP("StatusDesk", "No trade passes the filter."));
    if (m_replay)
        return say(QT_TRANSLATE_NOOP("StatusDesk", "The replay has not come to a trade of %1 yet."))
            .arg(session.watch().text());
    if (phase != FeedPhase::Live && phase != FeedPhase::Delayed)
        return say(QT_TRANSLATE_NOOP("StatusDesk", "Not connected yet."));
    if (const std::optional<models::StatusText> closed = closedMarket())
        return closed->full;
    return say(QT_TRANSLATE_NOOP("StatusDesk", "Waiting for the first trade of %1. Options trade from 9:30 to 16:15 in "
                                               "New York."))
        .arg(session.watch().text());
}

} // namespace flowglass::app
