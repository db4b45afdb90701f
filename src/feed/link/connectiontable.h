// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"

#include <optional>

namespace flowglass::feed {

// Where a connection stands; finer than what the person is shown. In order: nothing held, a socket held
// (from Opening), the socket open (from Greeting), live (from Live).
enum class LinkStage {
    Offline,
    Waiting,  // for the next try
    Replaced, // the same, because another program has the connection
    Refused,
    Opening,
    Greeting,
    Authenticating,
    Subscribing,
    Live,
    Silent, // live, but not a byte comes
    Dry,    // live and answering, but no trade comes although the market is open
    Count
};

enum class LinkEvent {
    Start,
    Stop,
    Retry,     // the person will not wait
    Forbidden, // the address would show the key in clear
    Opened,
    Greeted,
    Authenticated,
    Settled,     // every channel asked for was answered, one of them confirmed
    Unconfirmed, // every channel was answered or given up, none confirmed
    Due,         // the time given to the stage is over
    Lost,        // the link broke, or was given up
    Refusal,     // key or plan
    Taken,       // max_connections
    TurnedAway,  // closed with 1008, without that word
    Silence,     // not a byte for too long
    Inbound,     // anything received
    Data,        // a frame that holds a trade
    DataStall,   // no trade for longer than is credible
    DataDead,    // and for much longer
    MarketClosed, // so that no trade is what is to be expected
    Woken,       // the computer slept
    NetworkBack, // the network is there again, or another one
    Count
};

// The stage that follows; nothing when the event means nothing there. All that is legal is in this table:
// ConnectionMachine changes its stage in no other way.
std::optional<LinkStage> nextStage(LinkStage stage, LinkEvent event);

domain::FeedPhase phaseOf(LinkStage stage, bool delayed);

constexpr bool holdsSocket(LinkStage stage) { return stage >= LinkStage::Opening; }
constexpr bool isConnected(LinkStage stage) { return stage >= LinkStage::Greeting; }
constexpr bool isEstablished(LinkStage stage) { return stage >= LinkStage::Live; }

} // namespace flowglass::feed
