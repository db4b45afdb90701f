// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "feed/feedconfig.h"
#include "feed/link/connectiontable.h"
#include "feed/link/linkaction.h"
#include "feed/statusmessage.h"
#include "feed/subscriptionbook.h"

#include <QCoreApplication>

#include <functional>
#include <optional>
#include <vector>

namespace flowglass::feed {

// Decides everything about one feed connection: handshake, subscriptions, liveness, when to try again
// and what to tell the person. Holds no socket, timer or clock: events come in with the time they
// happened, actions go out, deadline() says when to call onTime(). The handshake is strict: greeting,
// auth, auth_success, subscribe, every channel confirmed. Refused ends it until retryNow(). Its stage
// changes by the table of connectiontable.h only.
class ConnectionMachine
{
    Q_DECLARE_TR_FUNCTIONS(FeedConnection)

public:
    using Steady = std::chrono::nanoseconds;
    using Now = LinkNow;
    using Action = LinkAction;

    // `random` gives numbers in [0, 1) for the jitter.
    ConnectionMachine(FeedConfig config, QString apiKey, std::function<double()> random);

    void start(Now now);
    void stop(Now now); // ends a gap that lasts, and tells one that was about to be noticed
    void retryNow(Now now);
    void want(const QStringList& channels, Now now);

    void onOpened(Now now);
    // Also for what the connection before said, should it come late.
    void onStatus(const StatusMessage& message, Now now);
    // Any frame; `data`: it holds a trade. True when the status or an action changed.
    bool onFrame(bool data, Steady now);
    // Whether much depends on that: it would end a gap or a stall, or show that the link is good.
    bool isMovedByData() const { return m_gap || m_stableAt || m_stage != LinkStage::Live; }
    bool onPong(Steady now);
    void onClosed(const QString& reason, Now now);
    // Closed with 1008: as a rule one connection of the account too many, whether it was said or not.
    void onTurnedAway(const QString& reason, Now now);
    void onWoken(std::chrono::milliseconds slept, Now now); // the gap until now is told at once
    void onNetworkBack(Now now);
    // No trade came for longer than is credible. `dead`: much longer, so that only a new connection helps.
    void onDataStall(const QString& text, bool dead, Now now);
    void onMarketClosed(); // ends such a stall
    void onTime(Now now);

    std::optional<Steady> deadline() const;
    std::vector<Action> takeActions();
    std::vector<domain::FeedGap> takeGaps(); // that have ended
    std::optional<domain::FeedGap> openGap(Now now) const; // one that lasts, until now
    const domain::FeedStatus& status() const { return m_status; }
    LinkStage stage() const { return m_stage; }
    // Times the socket was open again after it had been open once.
    std::uint64_t reconnects() const { return m_opened > 0 ? m_opened - 1 : 0; }

private:
    bool may(LinkEvent event) const { return nextStage(m_stage, event).has_value(); }
    void raise(LinkEvent event);
    void open(LinkEvent why, Now now);
    void onGreeting(Now now);
    void onAuthenticated(Now now);
    void onError(const QString& message, Now now);
    void subscribe(Now now);
    void checkSubscriptions(Now now);
    void goLive(Now now);
    void lose(LinkEvent why, const QString& reason, Now now);
    void waitFor(std::chrono::milliseconds wait, LinkEvent why, const QString& reason, Now now);
    void refuse(const QString& reason);
    void hangUp(const QString& reason);
    void explain(const QString& reason);
    void beginGap();
    void endGap(Now now);
    void checkLiveness(Now now);
    void onStageTimeout(Now now);
    void countChannels();
    void act(Action::Kind kind, const QString& text = {});
    QString spoken(const QString& message) const;
    QString missingText() const;
    Now at(Steady steady) const;

    FeedConfig m_config;
    QString m_apiKey;
    std::function<double()> m_random;
    Backoff m_backoff;
    SubscriptionBook m_book;
    LinkStage m_stage = LinkStage::Offline;
    domain::FeedStatus m_status;
    std::vector<Action> m_actions;
    std::vector<domain::FeedGap> m_gaps;
    std::optional<Steady> m_stageDeadline; // of the stage, or of the answers still due while live
    std::optional<Steady> m_stableAt;      // live until then: the back-off starts afresh
    std::optional<Steady> m_probe; // something must have come by then: the network changed
    Steady m_nextPing{0};
    Steady m_lastInbound{0};
    Now m_lastData;   // by the clocks as they stood when it came, not as they stand after a sleep
    Now m_known;      // the newest time that came with all clocks
    QString m_denial; // what "not authorized" means to a person
    std::optional<domain::FeedGap> m_gap; // open since a live connection was lost
    Now m_gapBegan;                       // what its end is measured from
    bool m_gapIsFresh = false;            // no try since
    bool m_heardData = false; // on this connection
    std::uint64_t m_opened = 0;
};

} // namespace flowglass::feed
