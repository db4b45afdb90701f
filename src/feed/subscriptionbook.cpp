// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/subscriptionbook.h"

#include <algorithm>

namespace flowglass::feed {

namespace {

constexpr QLatin1String kSubscribed("subscribed to:");
constexpr QLatin1String kUnsubscribed("unsubscribed to:");

QStringList channelsIn(QStringView text)
{
    QStringList channels;
    for (const QStringView part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        channels.append(part.trimmed().toString());
    return channels;
}

// The wildcard that covers the channel: T.* for T.O:X. The dot counts: A.* does not cover AM.
QString wildcardOf(const QString& channel)
{
    return channel.left(channel.indexOf(QLatin1Char('.')) + 1) + QLatin1Char('*');
}

} // namespace

void SubscriptionBook::want(const QStringList& channels)
{
    QStringList wanted;
    QHash<QString, bool> seen;
    for (const QString& channel : channels)
        seen.insert(channel, false);
    for (const QString& channel : channels) {
        const QString wildcard = wildcardOf(channel);
        bool& taken = seen[channel];
        if (channel.isEmpty() || taken || (wildcard != channel && seen.contains(wildcard)))
            continue;
        taken = true;
        wanted.append(channel);
    }
    m_wanted = wanted;
    count();
}

std::vector<SubscriptionBook::Request> SubscriptionBook::takeRequests()
{
    QStringList subscribe;
    for (const QString& channel : std::as_const(m_wanted)) {
        if (m_channels.value(channel).state == State::Idle)
            subscribe.append(channel);
    }
    QStringList unsubscribe;
    const QSet<QString> wanted(m_wanted.cbegin(), m_wanted.cend());
    m_channels.removeIf([&](std::pair<const QString&, const Channel&> held) {
        if (wanted.contains(held.first))
            return false;
        if (held.second.state != State::Denied) // a missing one may be held without a word
            unsubscribe.append(held.first);
        if (held.second.state == State::Asked)
            settle(held.second.request);
        return true;
    });
    unsubscribe.sort();
    std::vector<Request> requests;
    addRequests(true, subscribe, requests);
    addRequests(false, unsubscribe, requests);
    count();
    return requests;
}

void SubscriptionBook::addRequests(bool subscribe, const QStringList& channels, std::vector<Request>& out)
{
    for (qsizetype first = 0; first < channels.size(); first += kChannelsPerRequest) {
        const QStringList part = channels.mid(first, kChannelsPerRequest);
        out.push_back({subscribe, part.join(QLatin1Char(','))});
        if (!subscribe)
            continue;
        m_open.push_back({++m_lastRequest, int(part.size()), 0});
        for (const QString& channel : part)
            m_channels.insert(channel, {State::Asked, m_lastRequest});
    }
}

bool SubscriptionBook::onSuccess(const QString& message)
{
    if (message.startsWith(kUnsubscribed))
        return true; // forgotten when it was asked for: its wording is not documented
    if (!message.startsWith(kSubscribed))
        return false;
    for (const QString& channel : channelsIn(QStringView(message).mid(kSubscribed.size())))
        onSubscribed(channel);
    return true;
}

void SubscriptionBook::onSubscribed(const QString& name)
{
    const auto channel = m_channels.find(name);
    if (channel == m_channels.end())
        return;
    const State before = std::exchange(channel->state, State::Held);
    if (before != State::Held)
        ++m_confirmed;
    if (before == State::Asked)
        settle(channel->request);
    else if (before != State::Held)
        --m_refused; // the answer came after the patience ended
}

// One channel of the request needs no answer any more.
void SubscriptionBook::settle(int request)
{
    const auto open = std::ranges::find(m_open, request, &Open::request);
    if (open == m_open.end())
        return;
    --open->unanswered;
    denyIfAllRefused(*open);
    std::erase_if(m_open, [](const Open& o) { return o.unanswered <= 0; });
}

// A refusal names no channel: only when there are as many as answers due is it known whom they meant.
void SubscriptionBook::denyIfAllRefused(Open& open)
{
    if (open.denials == 0 || open.denials < open.unanswered)
        return;
    for (Channel& channel : m_channels) {
        if (channel.request == open.request && channel.state == State::Asked)
            channel.state = State::Denied;
    }
    open.unanswered = 0;
    count();
}

bool SubscriptionBook::onNotAuthorized()
{
    const auto open = std::find_if(m_open.rbegin(), m_open.rend(),
                                   [](const Open& o) { return o.denials < o.unanswered; });
    if (open == m_open.rend())
        return false;
    ++open->denials;
    denyIfAllRefused(*open);
    std::erase_if(m_open, [](const Open& o) { return o.unanswered <= 0; });
    return true;
}

void SubscriptionBook::giveUp()
{
    for (Channel& channel : m_channels) {
        if (channel.state != State::Asked)
            continue;
        const auto open = std::ranges::find(m_open, channel.request, &Open::request);
        channel.state = open != m_open.end() && open->denials > 0 ? State::Denied : State::Missing;
    }
    m_open.clear();
    count();
}

void SubscriptionBook::loseAll()
{
    m_channels.clear();
    m_open.clear();
    count();
}

void SubscriptionBook::count()
{
    m_confirmed = 0;
    m_refused = 0;
    for (const QString& channel : std::as_const(m_wanted)) {
        const State state = m_channels.value(channel).state;
        m_confirmed += state == State::Held ? 1 : 0;
        m_refused += state == State::Denied || state == State::Missing ? 1 : 0;
    }
}

bool SubscriptionBook::is(const QString& channel, State state) const
{
    return m_channels.value(channel).state == state;
}

QStringList SubscriptionBook::missing() const
{
    QStringList missing;
    for (const QString& channel : m_wanted) {
        if (is(channel, State::Denied) || is(channel, State::Missing))
            missing.append(channel);
    }
    return missing;
}

bool SubscriptionBook::hasDenied() const
{
    return std::ranges::any_of(m_wanted, [this](const QString& c) { return is(c, State::Denied); });
}

} // namespace flowglass::feed
