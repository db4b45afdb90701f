// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "domain/watchlist.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>
#include <utility>

namespace flowglass::feed {
class FeedConnection;
}

namespace flowglass::session {

class Pipeline;
class Pump;

// Shows in the store, while a gap lasts, how long it has lasted: behind everything that was received before it, so
// not before that was worked off. What the detectors and a recording are told is the gap when it has ended. Keeps
// what was watched while it lasted. Borrows all it is given but the watch list.
class GapWatch : public QObject
{
    Q_OBJECT

public:
    GapWatch(feed::FeedConnection& connection, const Pump& pump, Pipeline& pipeline, domain::WatchList watch,
             QObject* parent = nullptr);
    void look(); // now; it looks by itself every second
    void setWatch(const domain::WatchList& watch); // from now on
    // All that was watched at any time from when the feed was lost until it was back. Told once of each gap that the
    // connection told, in their order; empty for another one.
    std::optional<domain::WatchList> takeWatch(const domain::FeedGap& gap);

private:
    void onGapEnded(const domain::FeedGap& gap);

    feed::FeedConnection& m_connection;
    const Pump& m_pump;
    Pipeline& m_pipeline;
    domain::WatchList m_watch;
    std::optional<domain::WatchList> m_lost; // watched at any time since the feed was lost
    std::deque<std::pair<domain::FeedGap, domain::WatchList>> m_ended; // not yet taken
    QTimer m_timer;
};

} // namespace flowglass::session
