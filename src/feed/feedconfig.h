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
    // A silent link is asked after 10 s, shown as stalled after 20 s and given up after 30 s.
    std::chrono::milliseconds pingInterval{10'000};
    std::chrono::milliseconds stalledAfter{10'000}; // a ping without any answer for so long
    std::chrono::milliseconds pongTimeout{30'000};  // nothing at all received for so long
    std::chrono::milliseconds stableAfter{10'000};  // live for so long: the next loss starts afresh
    std::chrono::milliseconds replacedWait{60'000};
    Backoff::Config backoff;
};

} // namespace flowglass::feed
