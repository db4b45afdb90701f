// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/marketserver.h"
#include "session/session.h"

#include <memory>

namespace flowglass::test {

// A session on the simulated market while that does wrong by script and REST gives back what was missed; then the
// same trades as the market made them, heard by a session to which nothing happened. Everything is quicker than in
// the program: the link is given up sooner, tried again sooner, and what is fetched around a gap is less.
class FilledRun
{
public:
    FilledRun();
    ~FilledRun();

    session::Session& session() { return *m_session; }
    bool hasHeard(std::uint64_t watched) const { return m_session->counters().watched >= watched; }
    void simulate(const QString& script);
    // So many gaps, or more, all of them told and judged with what was in them; tries again what was refused.
    bool isFilled(std::size_t gaps);

    void stop(); // then:
    QString difference() const; // to the session that heard every trade; empty: none, to the digest

private:
    std::unique_ptr<session::Session> cleanRun() const;

    domain::SystemClock m_clock;
    market::MarketConfig m_config;
    market::MarketServer m_market;
    std::unique_ptr<session::Session> m_session;
};

} // namespace flowglass::test
