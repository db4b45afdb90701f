// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/watchlist.h"
#include "session/replay/readahead.h"

#include <QString>

namespace flowglass::session {

// What `path` is, is told by its content: a recording, else a flat file of the provider, of which only what
// `watch` watches is read (a recording holds what the feed sent; what is watched of it is the session's matter).
OpenSource openReplayFile(const QString& path, const domain::WatchList& watch);
bool isRecording(const QString& path); // begins like one; reads a few bytes

} // namespace flowglass::session
