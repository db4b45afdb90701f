// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"
#include "domain/trade.h"
#include "session/routing/lastingpeak.h"
#include "session/routing/recentpeak.h"

#include <chrono>
#include <vector>

namespace flowglass::session {

// Tells a trade with an impossible time from the stream around it, by how far its time is from the receipt of its
// frame. The clock of this machine may be wrong by any amount, and may be set while it runs: what counts is how far
// that is from what was usual for the last trades, or of late for many, which a run of late reports does not change;
// at first, that both clocks are right. Late reports, delayed feeds and a clock put back need nothing more. A trade
// out of bounds is held back with those of its frame that agree with it, until a later frame shows that the clocks
// have moved, and they are admitted in their order, or a trade comes that is as usual, and they are refused. The very
// first trades wait for the next one only, of whatever frame. By recorded times alone, so that a replay does the same.
// Costs some comparisons a trade. One thread.
class TimeGate
{
public:
    static constexpr std::chrono::milliseconds kAhead = std::chrono::minutes(5);
    static constexpr std::chrono::milliseconds kBehind = std::chrono::hours(7 * 24);
    static constexpr std::chrono::milliseconds kLeap = std::chrono::hours(4); // of two that agree, as a thin tape has

    // `trades`: of one frame; leaves those that are admitted, held ones of earlier frames included. Appends to
    // `refused` those that never will be.
    void pass(domain::UnixNs receipt, std::vector<domain::Trade>& trades, std::vector<domain::Trade>& refused);
    // Nothing more comes, or not from where it was: what is held is refused.
    void close(std::vector<domain::Trade>& refused);

private:
    std::int64_t offset(const domain::Trade& trade) const { return trade.time().value - m_now; }
    bool isUsual(std::int64_t offset) const
    {
        return isNear(offset, m_usual.value()) || (m_lasting.value() && isNear(offset, *m_lasting.value()));
    }
    static bool isNear(std::int64_t offset, std::int64_t usual)
    {
        return offset <= usual + kAhead.count() && offset >= usual - kBehind.count();
    }
    bool agrees(std::int64_t offset) const
    {
        return offset >= m_heldOffset - kAhead.count() && offset <= m_heldOffset + kLeap.count();
    }
    void advance(domain::UnixNs receipt);
    void sift(const domain::Trade& trade, std::vector<domain::Trade>& admitted, std::vector<domain::Trade>& refused);
    void learn(std::int64_t offset)
    {
        m_usual.add(offset);
        m_lasting.add(offset);
    }
    void hold(const domain::Trade& trade);

    std::int64_t m_lastReceipt = 0; // ms
    std::int64_t m_now = 0;         // ms; as the receipts, but it never goes back
    RecentPeak m_usual;             // offset of a trade that is not late, ms
    LastingPeak m_lasting;          // the same, of late
    bool m_isSettled = false;       // a trade was admitted
    std::uint64_t m_frame = 0;      // frames so far
    std::vector<domain::Trade> m_held;
    std::int64_t m_heldOffset = 0;  // of the last of them
    std::uint64_t m_heldFrame = 0;  // of all of them
};

} // namespace flowglass::session
