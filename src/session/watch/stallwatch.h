// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace flowglass::session {

// Tells a feed that has run dry from a market that is quiet, by what this feed was like of late.
//
// Learns the time between two arrivals of trades: its mean, and the longest of late, both fading with the age
// (ten minutes, or fifty arrivals where they are rarer), so that it follows the hour of the day. Were trades
// independent, a silence of s would happen with probability exp(-s / mean); credible is what happens once in a
// million, s = 13.8 means. They come in bursts, so three times the longest silence of late is credible as well;
// never less than `floor`, never more than `ceiling`. Nothing is said before a minute and twenty arrivals were
// seen, but when all of the market is subscribed: then `ceiling` holds from the start.
//
// Beyond it the feed is stalled; after twice that, at least 15 s more, it is dead. Each time that a new
// connection did not help, it is twice as patient, until a trade comes. A value; steady clock.
class StallWatch
{
public:
    using Steady = std::chrono::nanoseconds;
    enum class Verdict { Fine, Stalled, Dead };
    struct Finding
    {
        Verdict verdict = Verdict::Fine;
        Steady silence{0};
        Steady mean{0};       // between two arrivals; 0: not learnt
        Steady longest{0};    // of late
        bool isUnlikely = false; // less than once in a million by the mean alone
    };

    explicit StallWatch(bool wholeMarket = true);

    // While the feed is live and the market open. `trades`: received by now, of the whole run.
    Finding look(Steady now, std::uint64_t trades);
    void rest();      // it is not: silence means nothing until the next look
    void onGivenUp(); // for a new connection

    Steady limit() const; // Steady::max(): none known

private:
    bool isLearnt() const;
    void learn(Steady gap);

    Steady m_ceiling;
    bool m_wholeMarket;
    bool m_resting = true;
    bool m_heard = false; // since the rest
    Steady m_since{0};    // the last arrival, or the end of the rest
    std::uint64_t m_trades = 0;
    double m_time = 0.0; // ns and arrivals, fading
    double m_count = 0.0;
    double m_longest = 0.0;
    Steady m_observed{0};
    int m_patience = 1;
};

} // namespace flowglass::session
