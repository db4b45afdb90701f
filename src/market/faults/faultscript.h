// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "market/faults/fault.h"

#include <QStringView>

#include <vector>

namespace flowglass::market {

// Which faults happen when. A value. As text one line each, `#` starts a comment:
//
//     5s    feed drop
//     8s    feed close 1013 "try again later"
//     10s   feed stall 25s
//     12.5s rest status 503 for 20s
//
// TIME SIDE KIND [NUMBER] ["TEXT"] [[for] DURATION]; times end in ms, s or m and count from the start of
// the script. What is left out is as faultKinds() has it.
struct FaultScript
{
    struct Step
    {
        std::chrono::milliseconds at{0};
        Fault fault;
        bool operator==(const Step&) const = default;
    };
    std::vector<Step> steps; // by time

    static FaultScript of(const Fault& fault) { return {{{std::chrono::milliseconds(0), fault}}}; }
    // Fails with Unreadable; the text names the line.
    static domain::Result<FaultScript> parse(QStringView text);
    bool operator==(const FaultScript&) const = default;
};

} // namespace flowglass::market
