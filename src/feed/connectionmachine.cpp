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

using domain::FeedPhase;

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

void ConnectionMachine::start(Now now)
{
    if (m_stage != Stage::Offline)
        return;
    m_backoff.reset();
    open(now);
}

void ConnectionMachine::stop(Now)
{
    if (m_stage == Stage::Opening || isConnected())
        act(Action::Kind::Close);
    m_gap.reset();
    m_status.reason.clear();
    enter(Stage::Offline, FeedPhase::Offline);
}

void ConnectionMachine::retryNow(Now now)
{
    if (m_stage == Stage::Waiting || m_stage == Stage::Refused)
        open(now);
}

void ConnectionMachine::want(const QStringList& channels, Now now)
{
    m_book.want(channels);
    if (m_stage == Stage::Subscribing || m_stage == Stage::Live)
        subscribe(now);
    countChannels();
}

void ConnectionMachine::open(Now now)
{
    if (!isAllowedUrl(m_config.url)) {
        refuse(tr("The address of the feed must start with wss:// (ws:// on this machine only)."));
        return;
    }
    m_book.loseAll();
    m_gapIsFresh = false;
    enter(Stage::Opening, FeedPhase::Connecting);
    m_stageDeadline = now.steady + m_config.connectTimeout;
    act(Action::Kind::Open);
}

void ConnectionMachine::onOpened(Now now)
{
    if (m_stage != Stage::Opening)
        return;
    ++m_opened;
    enter(Stage::Greeting, FeedPhase::Connecting);
    m_stageDeadline = now.steady + m_config.authTimeout;
    m_lastInbound = now.steady;
    m_nextPing = now.steady + m_config.pingInterval;
    m_pinged.reset();
}

void ConnectionMachine::onStatus(const StatusMessage& message, Now now)
{
    m_wallMinusSteady = domain::toNs(now.wall).value - now.steady.count();
    if (m_stage == Stage::Offline || m_stage == Stage::Refused)
        return;
    if (message.status == QLatin1String("connected")) {
        onGreeting(now);
    } else if (message.status == QLatin1String("auth_success")) {
        onAuthenticated(now);
    } else if (message.status == QLatin1String("auth_failed")) {
        refuse(tr("The provider refused the API key: %1").arg(spoken(message.message)));
    } else if (message.status == QLatin1String("auth_timeout")) {
        if (isConnected())
            tryLater(tr("The provider saw no authentication in time."), now);
    } else if (message.status == QLatin1String("max_connections")) {
        waitFor(m_config.replacedWait, FeedPhase::Replaced,
                tr("Another program is using the connection of this account: %1").arg(spoken(message.message)),
                now);
    } else if (message.status == QLatin1String("success")) {
        if (m_book.onSuccess(message.message) && isConnected())
            checkSubscriptions(now);
    } else if (message.status == QLatin1String("error")) {
        onError(message.message, now);
    } else {
        qCInfo(feedLog).noquote() << "unknown status" << spoken(message.status) << spoken(message.message);
    }
}

void ConnectionMachine::onGreeting(Now now)
{
    if (m_stage != Stage::Greeting)
        return;
    enter(Stage::Authenticating, FeedPhase::Authenticating);
    m_stageDeadline = now.steady + m_config.authTimeout;
    act(Action::Kind::Send, request(QStringLiteral("auth"), m_apiKey));
}

void ConnectionMachine::onAuthenticated(Now now)
{
    if (m_stage != Stage::Authenticating)
        return;
    enter(Stage::Subscribing, FeedPhase::Subscribing);
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
        if (isConnected())
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
            tryLater(tr("The provider confirmed none of the channels asked for."), now);
        return;
    }
    if (m_stage == Stage::Subscribing)
        goLive(now);
    if (m_status.phase != FeedPhase::Stalled)
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
    enter(Stage::Live, m_config.delayed ? FeedPhase::Delayed : FeedPhase::Live);
    m_stableAt = now.steady + m_config.stableAfter;
    m_lastData = now.steady;
    m_wallMinusSteady = domain::toNs(now.wall).value - now.steady.count();
    if (!m_gap)
        return;
    m_gap->to = now.wall;
    m_gaps.push_back(*m_gap);
    m_gap.reset();
}

void ConnectionMachine::onClosed(const QString& reason, Now now)
{
    if (m_stage == Stage::Opening || isConnected())
        tryLater(spoken(reason), now);
}

void ConnectionMachine::tryLater(const QString& reason, Now now)
{
    waitFor(m_backoff.next(m_random()), FeedPhase::Reconnecting, reason, now);
}

void ConnectionMachine::waitFor(std::chrono::milliseconds wait, FeedPhase phase, const QString& reason, Now now)
{
    hangUp(reason);
    enter(Stage::Waiting, phase);
    m_stageDeadline = now.steady + wait;
    m_status.nextTry = now.wall + wait;
}

void ConnectionMachine::refuse(const QString& reason)
{
    hangUp(reason);
    enter(Stage::Refused, FeedPhase::Refused);
}

void ConnectionMachine::hangUp(const QString& reason)
{
    qCInfo(feedLog).noquote() << "feed down:" << reason;
    if (m_stage == Stage::Opening || isConnected())
        act(Action::Kind::Close);
    if (m_stage == Stage::Live && !m_gap) {
        m_gap = domain::FeedGap{wallOf(m_lastData), {}, {}};
        m_gapIsFresh = true;
    }
    // The provider's own words may be read after its hanging up was noticed.
    if (m_gap && m_gapIsFresh)
        m_gap->reason = reason;
    m_status.reason = reason;
}

void ConnectionMachine::enter(Stage stage, FeedPhase phase)
{
    m_stage = stage;
    m_status.phase = phase;
    m_status.nextTry.reset();
    m_stageDeadline.reset();
    m_stableAt.reset();
    countChannels();
}

bool ConnectionMachine::onFrame(bool data, Steady now)
{
    if (data && m_stage == Stage::Live) {
        m_lastData = now;
        if (m_stableAt) {
            m_stableAt.reset();
            m_backoff.reset();
        }
    }
    return onPong(now);
}

bool ConnectionMachine::onPong(Steady now)
{
    m_lastInbound = now;
    m_pinged.reset();
    if (m_status.phase != FeedPhase::Stalled)
        return false;
    m_status.phase = m_config.delayed ? FeedPhase::Delayed : FeedPhase::Live;
    m_status.reason = missingText();
    return true;
}

void ConnectionMachine::onTime(Now now)
{
    m_wallMinusSteady = domain::toNs(now.wall).value - now.steady.count();
    if (m_stageDeadline && now.steady >= *m_stageDeadline)
        onStageTimeout(now);
    if (m_stableAt && now.steady >= *m_stableAt) {
        m_stableAt.reset();
        m_backoff.reset();
    }
    if (isConnected())
        checkLiveness(now);
}

void ConnectionMachine::onStageTimeout(Now now)
{
    m_stageDeadline.reset();
    switch (m_stage) {
    case Stage::Offline:
    case Stage::Refused:
        break;
    case Stage::Waiting:
        open(now);
        break;
    case Stage::Opening:
        tryLater(tr("The provider did not answer in time."), now);
        break;
    case Stage::Greeting:
        tryLater(tr("The provider did not greet in time."), now);
        break;
    case Stage::Authenticating:
        tryLater(tr("The provider did not answer the authentication in time."), now);
        break;
    case Stage::Subscribing:
    case Stage::Live:
        m_book.giveUp();
        checkSubscriptions(now);
        break;
    }
}

void ConnectionMachine::checkLiveness(Now now)
{
    if (now.steady - m_lastInbound >= m_config.pongTimeout) {
        const auto silence = std::chrono::duration_cast<std::chrono::seconds>(now.steady - m_lastInbound);
        tryLater(tr("Nothing was received for %n second(s).", nullptr, int(silence.count())), now);
        return;
    }
    if (now.steady >= m_nextPing) {
        act(Action::Kind::Ping);
        m_nextPing = now.steady + m_config.pingInterval;
        if (!m_pinged)
            m_pinged = now.steady;
    }
    if (m_stage == Stage::Live && m_pinged && now.steady - *m_pinged >= m_config.stalledAfter) {
        m_status.phase = FeedPhase::Stalled;
        m_status.reason = tr("The provider has stopped answering.");
    }
}

std::optional<ConnectionMachine::Steady> ConnectionMachine::deadline() const
{
    std::optional<Steady> first = m_stageDeadline;
    const auto consider = [&first](Steady time) { first = first ? std::min(*first, time) : time; };
    if (m_stableAt)
        consider(*m_stableAt);
    if (isConnected()) {
        consider(m_nextPing);
        consider(m_lastInbound + m_config.pongTimeout);
        if (m_stage == Stage::Live && m_pinged && m_status.phase != FeedPhase::Stalled)
            consider(*m_pinged + m_config.stalledAfter);
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
    m_status.channelsConfirmed = isConnected() ? m_book.confirmed() : 0;
}

QString ConnectionMachine::spoken(const QString& message) const
{
    constexpr qsizetype kLongest = 300;
    return withoutSecret(message.simplified(), m_apiKey).left(kLongest);
}

domain::UnixMs ConnectionMachine::wallOf(Steady steady) const
{
    return domain::lossyToMs({steady.count() + m_wallMinusSteady});
}

} // namespace flowglass::feed
