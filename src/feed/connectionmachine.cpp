// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/connectionmachine.h"

#include "feed/feedlog.h"
#include "feed/feedurl.h"

#include <algorithm>

namespace flowglass::feed {

ConnectionMachine::ConnectionMachine(FeedConfig config, QString apiKey, std::function<double()> random)
    : m_config(std::move(config)), m_apiKey(std::move(apiKey)), m_random(std::move(random)),
      m_backoff(m_config.backoff)
{
}

void ConnectionMachine::raise(LinkEvent event)
{
    const std::optional<LinkStage> next = nextStage(m_stage, event);
    if (!next)
        return;
    const bool goesOn = *next == m_stage || (isEstablished(*next) && isEstablished(m_stage));
    m_stage = *next;
    m_status.phase = phaseOf(m_stage, m_config.delayed);
    if (goesOn)
        return;
    m_status.nextTry.reset();
    m_stageDeadline.reset();
    m_stableAt.reset();
    m_probe.reset();
    countChannels();
}

void ConnectionMachine::start(Now now)
{
    if (!may(LinkEvent::Start))
        return;
    m_backoff.reset();
    open(LinkEvent::Start, now);
}

void ConnectionMachine::stop(Now now)
{
    if (holdsSocket(m_stage))
        act(Action::Kind::Close);
    if (m_stage == LinkStage::Silent || m_stage == LinkStage::Dry) { // whether it would have come back, nobody will know
        beginGap();
        explain(m_status.reason);
    }
    endGap(now);
    m_status.reason.clear();
    raise(LinkEvent::Stop);
}

void ConnectionMachine::retryNow(Now now)
{
    if (!may(LinkEvent::Retry))
        return;
    if (holdsSocket(m_stage))
        hangUp(m_status.reason);
    open(LinkEvent::Retry, now);
}

void ConnectionMachine::onWoken(std::chrono::milliseconds slept, Now now)
{
    if (m_status.nextTry && m_stageDeadline) // the steady clock may have stood meanwhile
        m_status.nextTry = now.wall + std::chrono::ceil<std::chrono::milliseconds>(*m_stageDeadline - now.steady);
    if (!may(LinkEvent::Woken))
        return;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(slept);
    hangUp(tr("This computer was asleep for %n minute(s).", nullptr, int(minutes.count())));
    if (m_gap) {
        m_gaps.push_back(*openGap(now));
        m_gap->from = m_gaps.back().to;
        m_gapBegan = now;
    }
    open(LinkEvent::Woken, now);
}

void ConnectionMachine::onNetworkBack(Now now)
{
    const std::optional<LinkStage> next = nextStage(m_stage, LinkEvent::NetworkBack);
    if (!next)
        return;
    if (*next == LinkStage::Opening) {
        if (holdsSocket(m_stage))
            act(Action::Kind::Close);
        open(LinkEvent::NetworkBack, now);
    } else {
        act(Action::Kind::Ping); // the link may have stayed up, or only seem so
        m_probe = now.steady + m_config.probeTimeout;
    }
}

void ConnectionMachine::want(const QStringList& channels, Now now)
{
    m_book.want(channels);
    if (m_stage >= LinkStage::Subscribing)
        subscribe(now);
    countChannels();
}

void ConnectionMachine::open(LinkEvent why, Now now)
{
    if (!isAllowedUrl(m_config.url)) {
        m_status.reason = tr("The address of the feed must start with wss:// (ws:// on this machine only).");
        raise(LinkEvent::Forbidden);
        return;
    }
    m_book.loseAll();
    m_gapIsFresh = false;
    m_heardData = false;
    raise(why);
    m_stageDeadline = now.steady + m_config.connectTimeout;
    act(Action::Kind::Open);
}

void ConnectionMachine::onOpened(Now now)
{
    if (!may(LinkEvent::Opened))
        return;
    ++m_opened;
    raise(LinkEvent::Opened);
    m_stageDeadline = now.steady + m_config.authTimeout;
    m_lastInbound = now.steady;
    m_nextPing = now.steady + m_config.pingInterval;
}

void ConnectionMachine::goLive(Now now)
{
    raise(LinkEvent::Settled);
    m_stableAt = now.steady + m_config.stableAfter;
    m_known = now;
    m_lastData = now;
    endGap(now);
}

void ConnectionMachine::endGap(Now now)
{
    if (!m_gap)
        return;
    m_gaps.push_back(*openGap(now));
    m_gap.reset();
}

void ConnectionMachine::onClosed(const QString& reason, Now now)
{
    if (may(LinkEvent::Lost))
        lose(LinkEvent::Lost, spoken(reason), now);
}

void ConnectionMachine::onTurnedAway(const QString& reason, Now now)
{
    waitFor(m_config.replacedWait, LinkEvent::TurnedAway,
            tr("The provider ended this connection, as it does when another program of the account has one: %1")
                .arg(spoken(reason)),
            now);
}

void ConnectionMachine::onDataStall(const QString& text, bool dead, Now now)
{
    if (dead) {
        if (may(LinkEvent::DataDead))
            lose(LinkEvent::DataDead, text, now);
    } else if (may(LinkEvent::DataStall)) {
        raise(LinkEvent::DataStall);
        m_status.reason = text;
    }
}

void ConnectionMachine::onMarketClosed()
{
    if (!may(LinkEvent::MarketClosed))
        return;
    raise(LinkEvent::MarketClosed);
    m_status.reason = missingText();
}

void ConnectionMachine::lose(LinkEvent why, const QString& reason, Now now)
{
    waitFor(m_backoff.next(m_random()), why, reason, now);
}

void ConnectionMachine::waitFor(std::chrono::milliseconds wait, LinkEvent why, const QString& reason, Now now)
{
    if (!may(why))
        return;
    hangUp(reason);
    raise(why);
    m_stageDeadline = now.steady + wait;
    m_status.nextTry = now.wall + wait;
}

void ConnectionMachine::refuse(const QString& reason)
{
    if (!may(LinkEvent::Refusal))
        return;
    hangUp(reason);
    raise(LinkEvent::Refusal);
}

void ConnectionMachine::hangUp(const QString& reason)
{
    qCInfo(feedLog).noquote() << "feed down:" << reason;
    if (holdsSocket(m_stage))
        act(Action::Kind::Close);
    if (isEstablished(m_stage) || m_heardData)
        beginGap();
    explain(reason);
}

void ConnectionMachine::beginGap()
{
    if (m_gap)
        return;
    m_gap = domain::FeedGap{m_lastData.wall, {}, {}};
    m_gapBegan = m_lastData;
    m_gapIsFresh = true;
}

std::optional<domain::FeedGap> ConnectionMachine::openGap(Now now) const
{
    std::optional<domain::FeedGap> gap = m_gap;
    if (gap)
        gap->to = gap->from + passed(m_gapBegan, now);
    return gap;
}

// The provider's own words may be read after its hanging up was noticed.
void ConnectionMachine::explain(const QString& reason)
{
    if (m_gap && m_gapIsFresh)
        m_gap->reason = reason;
    m_status.reason = reason;
}

bool ConnectionMachine::onFrame(bool data, Steady now)
{
    const LinkStage before = m_stage;
    const std::size_t gaps = m_gaps.size();
    if (data && isConnected(m_stage)) {
        // Trades may be here before the word that confirms them was read: the gap ends in front of them.
        m_heardData = true;
        m_lastData = at(now);
        endGap(m_lastData);
    }
    if (data && isEstablished(m_stage)) {
        if (m_stableAt) {
            m_stableAt.reset();
            m_backoff.reset();
        }
        raise(LinkEvent::Data);
        if (m_stage != before)
            m_status.reason = missingText();
    }
    return onPong(now) || m_stage != before || m_gaps.size() != gaps;
}

bool ConnectionMachine::onPong(Steady now)
{
    const LinkStage before = m_stage;
    m_lastInbound = now;
    m_probe.reset();
    raise(LinkEvent::Inbound);
    if (m_stage == before)
        return false;
    m_status.reason = missingText();
    return true;
}

void ConnectionMachine::onTime(Now now)
{
    m_known = now;
    if (m_stageDeadline && now.steady >= *m_stageDeadline)
        onStageTimeout(now);
    if (m_stableAt && now.steady >= *m_stableAt) {
        m_stableAt.reset();
        m_backoff.reset();
    }
    if (isConnected(m_stage))
        checkLiveness(now);
}

void ConnectionMachine::onStageTimeout(Now now)
{
    m_stageDeadline.reset();
    switch (m_stage) {
    case LinkStage::Waiting:
    case LinkStage::Replaced:
        open(LinkEvent::Due, now);
        break;
    case LinkStage::Opening:
        lose(LinkEvent::Due, tr("The provider did not answer in time."), now);
        break;
    case LinkStage::Greeting:
        lose(LinkEvent::Due, tr("The provider did not greet in time."), now);
        break;
    case LinkStage::Authenticating:
        lose(LinkEvent::Due, tr("The provider did not answer the authentication in time."), now);
        break;
    case LinkStage::Subscribing:
    case LinkStage::Live:
    case LinkStage::Silent:
    case LinkStage::Dry:
        raise(LinkEvent::Due);
        m_book.giveUp();
        checkSubscriptions(now);
        break;
    case LinkStage::Offline:
    case LinkStage::Refused:
    case LinkStage::Count:
        break;
    }
}

void ConnectionMachine::checkLiveness(Now now)
{
    const Steady silence = now.steady - m_lastInbound;
    if (silence >= m_config.pongTimeout) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(silence);
        lose(LinkEvent::Lost, tr("Nothing was received for %n second(s).", nullptr, int(seconds.count())), now);
        return;
    }
    if (m_probe && now.steady >= *m_probe) {
        lose(LinkEvent::Lost, tr("The network changed, and the provider no longer answers on the old link."), now);
        return;
    }
    if (now.steady >= m_nextPing) {
        act(Action::Kind::Ping);
        m_nextPing = now.steady + m_config.pingInterval;
    }
    if (silence >= m_config.stalledAfter && may(LinkEvent::Silence)) {
        raise(LinkEvent::Silence);
        m_status.reason = tr("The provider has stopped answering.");
    }
}

std::optional<ConnectionMachine::Steady> ConnectionMachine::deadline() const
{
    std::optional<Steady> first = m_stageDeadline;
    const auto consider = [&first](Steady time) { first = first ? std::min(*first, time) : time; };
    if (m_stableAt)
        consider(*m_stableAt);
    if (m_probe)
        consider(*m_probe);
    if (isConnected(m_stage)) {
        consider(m_nextPing);
        consider(m_lastInbound + m_config.pongTimeout);
        if (may(LinkEvent::Silence))
            consider(m_lastInbound + m_config.stalledAfter);
    }
    return first;
}

std::vector<ConnectionMachine::Action> ConnectionMachine::takeActions()
{
    return std::exchange(m_actions, {});
}

std::vector<domain::FeedGap> ConnectionMachine::takeGaps() { return std::exchange(m_gaps, {}); }

void ConnectionMachine::act(Action::Kind kind, const QString& text) { m_actions.push_back({kind, text}); }

// As if no clock but the steady one had changed its pace since m_known.
ConnectionMachine::Now ConnectionMachine::at(Steady steady) const
{
    const std::int64_t wall = domain::toNs(m_known.wall).value + (steady - m_known.steady).count();
    return {steady, domain::lossyToMs({wall}), m_known.asleep};
}

} // namespace flowglass::feed
