// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"
#include "market/faults/faultscript.h"

#include <QString>
#include <QtGlobal>

#include <chrono>
#include <cstdint>

namespace flowglass::market {

// What a simulated market is made from. The same seed, rate and start give the same tape.
struct MarketConfig
{
    std::uint64_t seed = 1;
    double tradesPerSecond = 400.0; // mean, the whole market
    domain::UnixMs start;           // event time of the first moment; 0: the server takes the time it starts
    QString acceptedKey;            // empty: any key, even none
    quint16 port = 0;               // of the feed; 0: a free one
    quint16 apiPort = 0;            // of REST; 0: a free one
    FaultScript script;             // from the start on

    std::chrono::milliseconds authTimeout{10'000}; // from connecting to the auth message
    std::chrono::milliseconds tick{5};             // how often due trades are sent
    qint64 maxUnsentBytes = 32LL * 1024 * 1024;    // a client with more to read is dropped
};

} // namespace flowglass::market
