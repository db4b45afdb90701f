// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/connectionmachine.h"

#include "feed/feedlog.h"
#include "feed/secret.h"

#include <QJsonDocument>
#include <QJsonObject>

// What the provider says, from its greeting to the last channel confirmed, and what is answered.
namespace flowglass::feed {

namespace {

QString request(const QString& action, const QString& params)
{
    const QJsonObject object{{QStringLiteral("action"), action}, {QStringLiteral("params"), params}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

void ConnectionMachine::onStatus(const StatusMessage& message, Now now)
{
    m_known = now;
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

} // namespace flowglass::feed
