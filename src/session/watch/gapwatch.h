// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace flowglass::feed {
class FeedConnection;
}

namespace flowglass::session {

class Pipeline;
class Pump;

// Shows in the store, while a gap lasts, how long it has lasted: behind everything that was received before it, so
// not before that was worked off. What the detectors and a recording are told is the gap when it has ended. Borrows
// all it is given.
class GapWatch : public QObject
{
    Q_OBJECT

public:
    GapWatch(feed::FeedConnection& connection, const Pump& pump, Pipeline& pipeline, QObject* parent = nullptr);
    void look(); // now; it looks by itself every second

private:
    feed::FeedConnection& m_connection;
    const Pump& m_pump;
    Pipeline& m_pipeline;
    QTimer m_timer;
};

} // namespace flowglass::session
