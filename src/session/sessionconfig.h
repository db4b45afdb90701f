// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/restconfig.h"
#include "detect/engine.h"
#include "domain/watchlist.h"
#include "feed/feedconfig.h"
#include "session/fill/gapfiller.h"
#include "session/pump.h"

#include <QString>

#include <cstddef>

namespace flowglass::session {

// All that a session is made from. A value.
struct SessionConfig
{
    domain::WatchList watch;
    feed::FeedConfig feed;
    contracts::RestConfig rest;
    QString apiKey;
    detect::Settings detect;
    QString sourceName; // for manifests: a host, "demo seed 1"
    QString sourceFile; // of a replay: its SHA-256 stands in manifests beside the name
    QString feedName;   // for manifests: "realtime", "delayed", "demo", "replay"
    Pump::Config pump;
    bool marketAlwaysOpen = false; // the simulated one
    std::size_t storeRows = 10'000'000;
    std::chrono::milliseconds gapMargin = GapFiller::kMargin; // a test has no time for it
};

} // namespace flowglass::session
