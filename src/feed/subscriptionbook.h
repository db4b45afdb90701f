// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace flowglass::feed {

// Which channels are wanted, asked for and confirmed by the provider. Says what to send to get from
// held to wanted and matches the answers. The provider answers a channel already held with nothing, an
// unknown topic with nothing, and a channel outside the plan with "not authorized" that names no
// channel: so only channels not held are asked for, and answers are counted per request. A value; it
// knows no time: the owner calls giveUp() when the answers took too long.
class SubscriptionBook
{
public:
    static constexpr qsizetype kChannelsPerRequest = 300;

    struct Request
    {
        bool subscribe = true;
        QString params; // channels joined by commas
    };

    // Channels that a wildcard of the same topic (T.*) covers are left out.
    void want(const QStringList& channels);
    // What to send now; every channel in it counts as asked for. Subscriptions come first, so that a
    // change of channels leaves no hole.
    std::vector<Request> takeRequests();
    // "subscribed to: X" or "unsubscribed to: X"; false when it is neither.
    bool onSuccess(const QString& message);
    // Charged to the newest request that is short of answers; false when there is none.
    bool onNotAuthorized();
    void giveUp();  // channels still unanswered are missing
    void loseAll(); // the connection is gone: nothing is held or asked for

    int wanted() const { return int(m_wanted.size()); }
    int confirmed() const { return m_confirmed; }
    // No wanted channel waits for its answer.
    bool isSettled() const { return m_confirmed + m_refused == wanted(); }
    QStringList missing() const; // wanted, answered by nothing or by a refusal
    bool hasDenied() const;      // the provider refused at least one wanted channel

private:
    enum class State { Idle, Asked, Held, Denied, Missing };
    struct Channel
    {
        State state = State::Idle;
        int request = 0;
    };
    struct Open
    {
        int request = 0;
        int unanswered = 0;
        int denials = 0;
    };
    void addRequests(bool subscribe, const QStringList& channels, std::vector<Request>& out);
    void onSubscribed(const QString& name);
    void settle(int request);
    void denyIfAllRefused(Open& open);
    void count();
    bool is(const QString& channel, State state) const;

    QStringList m_wanted;
    QHash<QString, Channel> m_channels; // wanted, held or asked for
    std::vector<Open> m_open;           // oldest first
    int m_lastRequest = 0;
    // Of the wanted channels; kept up to date because answers come by the thousand.
    int m_confirmed = 0;
    int m_refused = 0; // denied or missing
};

} // namespace flowglass::feed
