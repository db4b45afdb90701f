// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/ratelimiter.h"

#include <QUrl>

#include <chrono>

namespace flowglass::contracts {

// How the REST side behaves; tests use milliseconds.
struct RestConfig
{
    QUrl base;           // scheme, host, port: the only origin that ever sees the key; a path is put in front
    int maxInFlight = 4; // below the six connections a host that Qt opens
    std::chrono::milliseconds giveUpAfter{10'000}; // from request to settled, retries included
    std::chrono::milliseconds snapshotLifetime{15'000};
    RatePlan plan = RatePlan::Learn;
    std::chrono::milliseconds firstRetry{500};     // doubled for each further retry, with jitter
    std::chrono::milliseconds planMemory{600'000}; // no automatic snapshots that long after a 403
    std::size_t maxQueued = 2'000;                 // over it the oldest automatic look-up is given up
    bool off = false; // asks nothing: every request fails at once, saying why
    qint64 maxAnswerBytes = qint64(4) * 1024 * 1024;
};

} // namespace flowglass::contracts
