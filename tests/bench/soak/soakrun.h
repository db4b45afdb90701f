// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktoprun.h"
#include "session/meters/stallmeter.h"
#include "soak/memorytrend.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <random>

namespace flowglass::bench {

struct SoakConfig
{
    std::chrono::seconds length{300};
    std::chrono::seconds turn{60};  // window shown, window hidden, …
    std::chrono::seconds line{10};  // between two lines of figures
    int secondsPerFault = 10;       // mean
    unsigned seed = 1;
};

// Drives the whole program on its demo market: faults at random, the window shown and hidden in turns, a line
// of figures now and then. Presses "retry" when the feed was refused or taken, as a person would. finished()
// comes once; failures() then says what did not hold.
class SoakRun : public QObject
{
    Q_OBJECT

public:
    SoakRun(SoakConfig config, app::DesktopRun& run, const domain::Clock& clock);
    void start();
    const QStringList& failures() const { return m_failures; }

Q_SIGNALS:
    void finished();

private:
    void second();
    void doWrong();
    void retryWhenRefused();
    void print();
    void end();

    const SoakConfig m_config;
    app::DesktopRun& m_run;
    const domain::Clock& m_clock;
    std::mt19937 m_random;
    QTimer m_timer;
    std::unique_ptr<session::StallMeter> m_stalls; // since the last line
    std::uint64_t m_tradesBefore = 0;              // at the last line
    std::chrono::nanoseconds m_began{0};
    std::chrono::nanoseconds m_printed{0};
    MemoryTrend m_memory;
    std::uint64_t m_faults = 0;
    int m_seconds = 0;
    QStringList m_failures;
};

} // namespace flowglass::bench
