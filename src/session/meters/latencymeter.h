// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/durationsummary.h"
#include "domain/time/unixtime.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace flowglass::session {

// How old trades are, of all trades of the run in fixed memory: from receipt of their frame until they are judged and
// until they are on the screen (one exact clock), and from the exchange's event time until receipt (wall clocks of two
// machines: a hint only; a clock that is behind gives 0). Some nanoseconds a trade.
class LatencyMeter
{
public:
    // Trades of a frame that came at `receipt`, by the steady clock, are judged.
    void judged(std::chrono::nanoseconds receipt, std::chrono::nanoseconds now, std::uint64_t trades)
    {
        m_untilJudged.add(now - receipt, trades);
        if (m_waiting == kMostWaiting) // nobody looks, or it was too much for a tick: told as older than it is
            m_batches[m_waiting - 1].trades += trades;
        else
            m_batches[m_waiting++] = {receipt, trades};
    }
    void received(domain::UnixMs eventTime, domain::UnixNs receipt, std::uint64_t trades)
    {
        m_untilReceived.add(std::max(receipt - domain::toNs(eventTime), std::chrono::nanoseconds(0)), trades);
    }
    // The display was given what is judged so far, and has painted it.
    void flushed() { m_flushed = m_waiting; }
    void painted(std::chrono::nanoseconds now);
    void unseen() { m_waiting = m_flushed = 0; } // it is not looked at

    const domain::DurationSummary& untilJudged() const { return m_untilJudged; }
    const domain::DurationSummary& untilPainted() const { return m_untilPainted; }
    const domain::DurationSummary& untilReceived() const { return m_untilReceived; }

private:
    struct Batch
    {
        std::chrono::nanoseconds receipt{0};
        std::uint64_t trades = 0;
    };
    static constexpr std::size_t kMostWaiting = 1024;

    domain::DurationSummary m_untilJudged;
    domain::DurationSummary m_untilPainted;
    domain::DurationSummary m_untilReceived;
    std::array<Batch, kMostWaiting> m_batches; // judged, not painted yet; oldest first
    std::size_t m_waiting = 0;
    std::size_t m_flushed = 0; // of these
};

} // namespace flowglass::session
