// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/connectionmachine.h"

#include "feed/feedlog.h"
#include "feed/feedurl.h"
#include "feed/secret.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace flowglass::feed {

namespace {

QString request(const QString& action, const QString& params)
{
    const QJsonObject object{{QStringLiteral("action"), action}, {QStringLiteral("params"), params}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

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

void ConnectionMachine::stop(Now)
{
    if (holdsSocket(m_stage))
        act(Action::Kind::Close);
    m_gap.reset();
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
        m_gaps.push_back({m_gap->from, now.wall, m_gap->reason});
        m_gap->from = now.wall;
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

void ConnectionMachine::onStatus(const StatusMessage& message, Now now)
{
    learnWall(now);
    if (m_stage == LinkStage::Offline || m_stage == LinkStage::Refused)
        return;
    if (message.status == QLatin1String("connected")) {
        onGreeting(now);
    } else if (message.status == QLatin1String("auth_success")) {
        onAuthenticated(now);
    } else if (message.status == QLatin1String("auth_failed")) {
        refuse(tr("The provider refused the API key: %1").arg(spoken(message.message)));
    } else if (message.status == QLatin1String("auth_timeout")) {
        const QString reason = tr("The provider saw no authentication in time.");
        if (isConnected(m_stage))
            lose(LinkEvent::Lost, reason, now);
        else if (m_stage == LinkStage::Waiting)
            explain(reason);
    } else if (message.status == QLatin1String("max_connections")) {
        waitFor(m_config.replacedWait, LinkEvent::Taken,
                tr("Another program is using the connection of this account: %1").arg(spoken(message.message)),
                now);
    } else if (message.status == QLatin1String("success")) {
        if (m_book.onSuccess(message.message) && isConnected(m_stage))
            checkSubscriptions(now);
    } else if (message.status == QLatin1String("error")) {
        onError(message.message, now);
    } else {
        qCInfo(feedLog).noquote() << "unknown status" << spoken(message.status) << spoken(message.message);
    }
}

void ConnectionMachine::onGreeting(Now now)
{
    if (!may(LinkEvent::Greeted))
        return;
    raise(LinkEvent::Greeted);
    m_stageDeadline = now.steady + m_config.authTimeout;
    act(Action::Kind::Send, request(QStringLiteral("auth"), m_apiKey));
}

void ConnectionMachine::onAuthenticated(Now now)
{
    if (!may(LinkEvent::Authenticated))
        return;
    raise(LinkEvent::Authenticated);
    m_stageDeadline = now.steady + m_config.ackTimeout;
    subscribe(now);
}

void ConnectionMachine::onError(const QString& message, Now now)
{
    qCWarning(feedLog).noquote() << "the provider reports:" << spoken(message);
    const QString hint = m_config.delayed ? QString()
                                          : tr(" A plan with delayed data needs the delayed feed.");
    if (message.contains(QLatin1String("access real-time"), Qt::CaseInsensitive)) {
        refuse(tr("The plan of this API key has no real-time data: %1").arg(spoken(message)) + hint);
    } else if (message.contains(QLatin1String("not authorized"), Qt::CaseInsensitive)) {
        m_denial = tr("The plan of this API key does not include these trades: %1").arg(spoken(message)) + hint;
        if (!m_book.onNotAuthorized())
            return;
        if (isConnected(m_stage))
            checkSubscriptions(now);
        else if (m_book.isSettled() && m_book.confirmed() == 0)
            refuse(m_denial); // the provider hung up before its answer was read
    }
}

void ConnectionMachine::subscribe(Now now)
{
    for (const SubscriptionBook::Request& order : m_book.takeRequests()) {
        act(Action::Kind::Send,
            request(order.subscribe ? QStringLiteral("subscribe") : QStringLiteral("unsubscribe"), order.params));
        if (order.subscribe)
            m_stageDeadline = now.steady + m_config.ackTimeout;
    }
    checkSubscriptions(now);
}

void ConnectionMachine::checkSubscriptions(Now now)
{
    countChannels();
    if (!m_book.isSettled())
        return;
    m_stageDeadline.reset();
    if (m_book.wanted() > 0 && m_book.confirmed() == 0) {
        if (m_book.hasDenied())
            refuse(m_denial);
        else
            lose(LinkEvent::Unconfirmed, tr("The provider confirmed none of the channels asked for."), now);
        return;
    }
    if (m_stage == LinkStage::Subscribing)
        goLive(now);
    if (m_stage == LinkStage::Live)
        m_status.reason = missingText();
}

QString ConnectionMachine::missingText() const
{
    constexpr qsizetype kNamed = 5;
    const QStringList missing = m_book.missing();
    if (missing.isEmpty())
        return {};
    QString names = missing.mid(0, kNamed).join(QStringLiteral(", "));
    if (missing.size() > kNamed)
        names += QStringLiteral(", …");
    return tr("%n channel(s) not confirmed by the provider: %1", nullptr, int(missing.size())).arg(names);
}

void ConnectionMachine::goLive(Now now)
{
    raise(LinkEvent::Settled);
    m_stableAt = now.steady + m_config.stableAfter;
    learnWall(now);
    m_lastData = now.steady;
    endGap(now.wall);
}

void ConnectionMachine::endGap(domain::UnixMs wall)
{
    if (!m_gap)
        return;
    m_gap->to = wall;
    m_gaps.push_back(*m_gap);
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
    if ((isEstablished(m_stage) || m_heardData) && !m_gap) {
        stampLastData();
        m_gap = domain::FeedGap{m_lastDataWall, {}, {}};
        m_gapIsFresh = true;
    }
    explain(reason);
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
        m_lastData = now;
        endGap(domain::lossyToMs({now.count() + m_wallMinusSteady}));
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
    learnWall(now);
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

void ConnectionMachine::countChannels()
{
    m_status.channelsWanted = m_book.wanted();
    m_status.channelsConfirmed = isConnected(m_stage) ? m_book.confirmed() : 0;
}

QString ConnectionMachine::spoken(const QString& message) const
{
    constexpr qsizetype kLongest = 300;
    return withoutSecret(message.simplified(), m_apiKey).left(kLongest);
}

// By the offset that held when it came, not by the one after a sleep.
void ConnectionMachine::stampLastData()
{
    if (m_stampedData == m_lastData)
        return;
    m_stampedData = m_lastData;
    m_lastDataWall = domain::lossyToMs({m_lastData.count() + m_wallMinusSteady});
}

void ConnectionMachine::learnWall(Now now)
{
    stampLastData();
    m_wallMinusSteady = domain::toNs(now.wall).value - now.steady.count();
}

} // namespace flowglass::feed
