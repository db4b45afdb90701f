// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "domain/feedstatus.h"
#include "domain/watchlist.h"

#include <QByteArray>

#include <variant>

namespace flowglass::session {

// What happens to the pipeline between two frames. It must take effect at the same place of the stream live
// and replayed, so it travels with the frames and is recorded with them.
struct LearntBaselines
{
    QByteArray text; // as Engine::saveBaselines() gave it; of use before the first trade only
    bool operator==(const LearntBaselines&) const = default;
};
using StreamEvent = std::variant<domain::FeedGap, domain::WatchList, detect::Settings, LearntBaselines>;

} // namespace flowglass::session
