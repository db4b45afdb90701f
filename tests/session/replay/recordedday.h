// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/replay/player.h"
#include "session/session.h"
#include "support/fakeclock.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>

namespace flowglass::test {

// A clock that runs `factor` times as fast as the system's, so that a recorded hour at speed 1 is over in seconds.
class FastClock final : public domain::Clock
{
public:
    explicit FastClock(double factor) : m_factor(factor) {}
    domain::UnixNs now() const override { return {FakeClock::kMorning.value + steady().count()}; }
    std::chrono::nanoseconds steady() const override
    {
        return std::chrono::nanoseconds(std::int64_t(double((m_system.steady() - m_start).count()) * m_factor));
    }

private:
    domain::SystemClock m_system;
    std::chrono::nanoseconds m_start = m_system.steady();
    double m_factor;
};

// What a run ended with.
struct RunResult
{
    QByteArray digest;
    domain::Counters counters;
    QStringList jsonLines; // of the anomalies, as updated
};
RunResult resultOf(const session::Session& session);

// A session that is fed like a live one and records: the simulated market's tape, watched as a whole, with changes
// of watch list and sensitivity, a lost connection, and frames of one to twenty trades.
// `baselines`: brought to it; `learnt`: what it leaves to the next day.
RunResult recordDay(const QString& path, std::uint64_t seed, int trades, const QByteArray& baselines = {},
                    QByteArray* learnt = nullptr);

detect::Settings flags(double per100k);
session::SessionConfig replaySession();

// Plays a file into a session of its own.
class Replay
{
public:
    Replay(const QString& path, session::Player::Config how, const domain::Clock& clock);
    bool waitFor(session::Player::State state, int ms = 60'000);
    bool waitUntil(const std::function<bool()>& reached, int ms = 60'000);
    session::Session session;
    session::Player player;
    std::optional<domain::Error> error;
};

} // namespace flowglass::test
