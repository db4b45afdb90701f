// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/backoff.h"

#include <QUrl>

#include <chrono>

namespace flowglass::feed {

// Where to connect and how patient to be. Durations are settable so that tests take milliseconds.
struct FeedConfig
{
    QUrl url;             // wss, or ws to a loopback host; with its path (/options)
    bool delayed = false; // a host that sends 15 minutes late
    int maxFrameBytes = 1 << 20;
    std::chrono::milliseconds connectTimeout{10'000}; // until the WebSocket is open
    std::chrono::milliseconds authTimeout{10'000};    // until the greeting, and again until the answer
    std::chrono::milliseconds ackTimeout{10'000};     // until every channel asked for is confirmed
    // Any byte received is a sign of life; a quiet market sends none for long, so the provider is pinged. The
    // official clients ping every 20 to 25 s and read for 30 s at most. Here every 10 s, so that it takes three
    // pings without an answer, not one lost packet: shown as stalled after 25 s, given up after 30 s.
    std::chrono::milliseconds pingInterval{10'000};
    std::chrono::milliseconds stalledAfter{25'000}; // nothing at all received for so long
    std::chrono::milliseconds pongTimeout{30'000};  // the same, to give the link up
    std::chrono::milliseconds probeTimeout{5'000};  // for an answer after the network changed
    std::chrono::milliseconds stableAfter{10'000};  // live for so long: the next loss starts afresh
    std::chrono::milliseconds replacedWait{60'000}; // before the other program is disturbed
    Backoff::Config backoff;
};

} // namespace flowglass::feed
