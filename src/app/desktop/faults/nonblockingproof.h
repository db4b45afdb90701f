// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/clock.h"
#include "market/marketserver.h"
#include "session/session.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace flowglass::app {

// Shows that nothing blocks: a market of its own sends 10,000 trades a second to a session of its own, while
// REST hangs for a third of the time, answers 429 for the next and 503 for the last. Runs on the event loop
// of the caller, so whatever else lives there is part of what is measured. Nobody waits. One run per object.
class NonBlockingProof : public QObject
{
    Q_OBJECT

public:
    struct Figures
    {
        double seconds = 0.0;
        quint64 sent = 0;     // trades, by the market
        quint64 received = 0; // of them, decoded
        quint64 judged = 0;   // of them, by every detector (repeats are judged once)
        quint64 requests = 0; // contracts asked of REST
        quint64 failed = 0;   // of them
        std::chrono::nanoseconds worstStall{0}; // of the event loop, from the first trade on
        std::chrono::nanoseconds stallP99{0};
        bool balanced = false;
        quint64 lost() const { return sent - received; }
    };

    NonBlockingProof(std::chrono::milliseconds length, const domain::Clock& clock, QObject* parent = nullptr);
    ~NonBlockingProof() override;

    domain::Result<bool> start(); // finished() comes, when this succeeded
    double progress() const;      // 0 to 1

Q_SIGNALS:
    void finished(const flowglass::app::NonBlockingProof::Figures& figures);

private:
    void look();
    void end();
    bool isThrough() const;

    const std::chrono::milliseconds m_length;
    const domain::Clock& m_clock;
    market::MarketServer m_market;
    std::unique_ptr<session::Session> m_session;
    session::StallMeter m_stalls;
    QTimer m_timer;
    std::chrono::nanoseconds m_began{0}; // steady; 0: no trade yet
    std::chrono::nanoseconds m_muted{0}; // steady; 0: trades are being sent
};

} // namespace flowglass::app
