// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::quality {

// A tape: warm-up days and, last, the scored day. The defaults are those that figures are quoted for.
struct TapeConfig
{
    std::uint64_t seed = 1;
    bool planted = true;        // false: a clean tape, nothing planted
    int warmupDays = 1;         // at most 3
    int printsPerDay = 430'000; // about
    int roots = 80;
    int eventsPerGrade = 15;           // of each kind and grade, on the scored day
    int underlyingEventsPerGrade = 12; // of whole underlyings
    int warmupEventsPerGrade = 3;      // of each kind and grade, on the last warm-up day
    int newsPerDay = 6;
    bool operator==(const TapeConfig&) const = default;
};

} // namespace flowglass::quality
