// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/watch/stallwatch.h"

#include <algorithm>
#include <cmath>

namespace flowglass::session {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kFloor{5};
constexpr std::chrono::seconds kCeiling{120};         // all of the market: hundreds of trades a second
constexpr std::chrono::hours kCeilingOfFew{12};        // single contracts: whatever was learnt
constexpr double kFadeNs = 600e9;
constexpr double kFadeArrivals = 50.0;
constexpr double kMillionth = 13.8155; // -ln(1e-6)
constexpr double kBursts = 3.0;
constexpr double kLeastArrivals = 20.0;
constexpr std::chrono::seconds kLeastObserved{60};
constexpr std::chrono::seconds kLeastMore{15}; // from stalled to dead
constexpr int kMostPatience = 16;

double ns(std::chrono::nanoseconds time) { return double(time.count()); }
std::chrono::nanoseconds fromNs(double time) { return std::chrono::nanoseconds(std::llround(time)); }

} // namespace

StallWatch::StallWatch(bool wholeMarket)
    : m_ceiling(wholeMarket ? kCeiling : kCeilingOfFew), m_wholeMarket(wholeMarket)
{
}

void StallWatch::rest() { m_resting = true; }

void StallWatch::onGivenUp()
{
    m_patience = std::min(2 * m_patience, kMostPatience);
    rest();
}

bool StallWatch::isLearnt() const { return m_observed >= kLeastObserved && m_count >= kLeastArrivals; }

StallWatch::Steady StallWatch::limit() const
{
    if (!isLearnt())
        return m_wholeMarket ? m_ceiling * m_patience : Steady::max();
    const Steady credible = fromNs(std::max(kMillionth * m_time / m_count, kBursts * m_longest));
    return std::clamp<Steady>(credible, kFloor, m_ceiling) * m_patience;
}

void StallWatch::learn(Steady gap)
{
    const double mean = m_count > 0.0 ? m_time / m_count : 0.0;
    const double kept = std::exp(-ns(gap) / std::max(kFadeNs, kFadeArrivals * mean));
    m_time = m_time * kept + ns(gap);
    m_count = m_count * kept + 1.0;
    m_longest = std::max(m_longest * kept, ns(gap));
    m_observed += gap;
}

StallWatch::Finding StallWatch::look(Steady now, std::uint64_t trades)
{
    if (m_resting) {
        m_resting = false;
        m_heard = false;
        m_since = now;
        m_trades = trades;
        return {};
    }
    if (trades != m_trades) {
        if (m_heard)
            learn(now - m_since);
        m_heard = true;
        m_since = now;
        m_trades = trades;
        m_patience = 1;
        return {};
    }
    const Steady credible = limit();
    const Steady silence = now - m_since;
    if (silence < credible)
        return {};
    Finding finding;
    const Steady dead = std::max<Steady>(2 * credible, credible + kLeastMore);
    finding.verdict = silence >= dead ? Verdict::Dead : Verdict::Stalled;
    finding.silence = silence;
    if (isLearnt()) {
        finding.mean = fromNs(m_time / m_count);
        finding.longest = fromNs(m_longest);
        finding.isUnlikely = ns(silence) * m_count > kMillionth * m_time;
    }
    return finding;
}

} // namespace flowglass::session
