// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/faults/faultscript.h"

#include <vector>

namespace flowglass::market {

// Which faults there are at the moment: plays scripts against the time it is told, so the same script and
// times give the same faults. Knows neither sockets nor clocks. One thread.
class FaultState
{
public:
    struct Change
    {
        Fault fault;
        bool begins = true; // false: it is over. One without a duration only begins.
    };

    // The script starts at `now`, beside those that are being played.
    void play(const FaultScript& script, std::chrono::milliseconds now);
    // What begins and ends up to `now`, in order of time. A kind that begins again goes on for as long as the
    // newer one says.
    std::vector<Change> advance(std::chrono::milliseconds now);

    const Fault* active(FaultKind kind) const; // null: not now
    const Fault* active(FaultSide side) const; // the oldest that lasts

private:
    struct Active
    {
        Fault fault;
        std::chrono::milliseconds until{0};
    };
    void endUpTo(std::chrono::milliseconds now, std::vector<Change>& changes);

    std::vector<FaultScript::Step> m_due; // by time
    std::vector<Active> m_active;         // in order of beginning
};

} // namespace flowglass::market
