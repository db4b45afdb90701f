// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"

#include <QElapsedTimer>

namespace flowglass::views {
class MainWindow;
}

namespace flowglass::app {

class ReplayDesk;

// Says in the window how the stream is doing: the feed's state and what stands in its way, the figures at the
// foot, and why a list is empty. Borrows the stream and, in a replay, its desk.
class StatusDesk
{
public:
    // canUseDelayed: there is a delayed host to change to.
    StatusDesk(Stream& stream, const ReplayDesk* replay, views::MainWindow& window, const domain::Clock& clock,
               bool canUseDelayed);

    void presentFeed(const domain::ZoneTime& zone);
    void presentFigures(const domain::ZoneTime& zone); // the feed's state too
    double watchedPerSecond() const { return m_watchedPerSecond; }

private:
    void measureWatched();
    // When the feed is up and the market is not.
    std::optional<models::StatusText> closedMarket() const;
    models::StatusText feedText() const;
    void presentEmptyStates();
    QString emptyTapeText() const;
    QString sourceText() const;
    models::StatusText coverageText() const;

    Stream& m_stream;
    const ReplayDesk* m_replay; // null: not a replay
    views::MainWindow& m_window;
    const domain::Clock& m_clock;
    const bool m_canUseDelayed;
    QElapsedTimer m_rateClock; // since the watched trades were last counted
    quint64 m_rateTrades = 0;
    double m_watchedPerSecond = 0.0;
};

} // namespace flowglass::app
