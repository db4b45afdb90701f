// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/clock.h"
#include "domain/time/durationsummary.h"

#include <QObject>
#include <QTimer>

namespace flowglass::session {

// How late the event loop answers: a precise heartbeat, whose lateness beyond its interval is the stall.
// Lives on the thread that it measures.
class StallMeter : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kInterval{10};

    explicit StallMeter(const domain::Clock& clock, QObject* parent = nullptr);
    void start();
    void stop() { m_heartbeat.stop(); }
    const domain::DurationSummary& summary() const { return m_summary; }

private:
    void beat();

    const domain::Clock& m_clock;
    QTimer m_heartbeat;
    std::chrono::nanoseconds m_last{0};
    domain::DurationSummary m_summary;
};

} // namespace flowglass::session
