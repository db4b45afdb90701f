// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "market/marketconfig.h"
#include "session/sessionconfig.h"
#include "settings/settings.h"

namespace flowglass::market {
class MarketServer;
}

namespace flowglass::app {

// What a live session is made from: the command line first, then the settings. Without its key.
session::SessionConfig liveConfig(const CommandLine& line, const settings::Settings& settings);

market::MarketConfig marketConfig(const CommandLine& line);
// The same session on a simulated market that has been started.
session::SessionConfig demoConfig(const CommandLine& line, const settings::Settings& settings,
                                  const market::MarketServer& server);

// A session that is fed by a player: without a feed, look-ups of contracts only when there is a key.
session::SessionConfig replayConfig(const CommandLine& line, const settings::Settings& settings, const QString& file,
                                    const QString& apiKey);

detect::Settings detectSettings(const settings::DetectChoice& choice);

QUrl providerFeedUrl(settings::FeedHost host);

} // namespace flowglass::app
