// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/watch/feedguard.h"

namespace flowglass::session {

namespace {

using domain::FeedPhase;

constexpr std::chrono::milliseconds kTick{250};
constexpr std::chrono::seconds kTradesProveOpen{60};

bool isWholeMarket(const QStringList& channels) { return channels.contains(QStringLiteral("T.*")); }

} // namespace

FeedGuard::FeedGuard(Config config, feed::FeedConnection& connection, contracts::ContractService& service,
                     const domain::Counters& counters, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_config(std::move(config)), m_connection(connection), m_counters(counters), m_clock(clock),
      m_status(service, clock, {}), m_stall(isWholeMarket(m_config.channels) && !m_config.alwaysOpen)
{
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &FeedGuard::look);
    connect(&m_network, &feed::NetworkWatch::cameBack, &m_connection, &feed::FeedConnection::noteNetworkBack);
    connect(&m_status, &contracts::MarketStatus::upcomingArrived, this,
            [this](const std::vector<domain::MarketException>& days) { m_calendar.setExceptions(days); });
    connect(&m_status, &contracts::MarketStatus::nowArrived, this,
            [this](bool open, domain::UnixMs at) { m_calendar.setWord(open, at); });
}

void FeedGuard::start(bool followNetwork)
{
    m_tick.start();
    if (followNetwork)
        m_network.follow();
    if (!m_config.alwaysOpen)
        m_status.start();
}

void FeedGuard::stop()
{
    m_tick.stop();
    m_status.stop();
}

// Another pace is learnt anew.
void FeedGuard::setChannels(const QStringList& channels)
{
    if (channels == m_config.channels)
        return;
    m_config.channels = channels;
    m_stall = StallWatch(isWholeMarket(channels) && !m_config.alwaysOpen);
}

void FeedGuard::look()
{
    const std::chrono::nanoseconds steady = m_clock.steady();
    const auto slept = m_wake.look(steady, m_clock.asleep(), kTick);
    if (streamTrades() != m_trades) {
        m_trades = streamTrades();
        m_lastTrade = steady;
    }
    if (slept) {
        m_stall.rest();
        m_connection.noteWoken(*slept);
    } else {
        judge(steady);
    }
}

void FeedGuard::judge(std::chrono::nanoseconds steady)
{
    const FeedPhase phase = m_connection.status().phase;
    if (!isOpen()) {
        m_stall.rest();
        if (phase == FeedPhase::Stalled)
            m_connection.noteMarketClosed();
        return;
    }
    if (phase != FeedPhase::Live && phase != FeedPhase::Delayed && phase != FeedPhase::Stalled)
        return m_stall.rest();
    const StallWatch::Finding finding = m_stall.look(steady, streamTrades());
    if (finding.verdict == StallWatch::Verdict::Fine)
        return;
    const bool dead = finding.verdict == StallWatch::Verdict::Dead;
    if (dead)
        m_stall.onGivenUp();
    m_connection.noteDataStall(text(finding), dead);
}

domain::UnixMs FeedGuard::tapeTime() const
{
    const domain::UnixMs now = domain::lossyToMs(m_clock.now());
    return m_config.delayed ? now + -kDelay : now;
}

bool FeedGuard::isOpen() const { return m_config.alwaysOpen || m_calendar.isOpen(tapeTime()); }

domain::MarketState FeedGuard::market() const
{
    if (m_config.alwaysOpen)
        return {};
    domain::MarketState state = m_calendar.stateAt(tapeTime());
    state.open = state.open || (m_lastTrade && m_clock.steady() - *m_lastTrade < kTradesProveOpen);
    if (m_config.delayed && state.changes)
        state.changes = *state.changes + kDelay;
    return state;
}

QString FeedGuard::text(const StallWatch::Finding& finding) const
{
    const auto seconds = [](std::chrono::nanoseconds time) { return double(time.count()) / 1e9; };
    QString said = tr("No trade for %n second(s) although the market is open.", nullptr, int(seconds(finding.silence)));
    if (finding.mean.count() == 0)
        return said;
    said += QLatin1Char(' ') + tr("Of late one came every %L1 s, and the longest silence was %L2 s.")
                                   .arg(seconds(finding.mean), 0, 'f', 1)
                                   .arg(seconds(finding.longest), 0, 'f', 1);
    if (finding.isUnlikely)
        said += QLatin1Char(' ') + tr("By chance it happens less than once in a million times.");
    return said;
}

} // namespace flowglass::session
