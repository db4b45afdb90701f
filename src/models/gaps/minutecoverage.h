// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gaps/coverage.h"

namespace flowglass::models {

// How much of each minute of one market day was told, in event time, also of what has left memory. A value.
struct MinuteCoverage
{
    enum class Grade { NotWatched, Whole, Partly, Poor }; // poor: less than half

    domain::UnixMs open;  // when the market opened, the start of minute 0
    int minutesOfDay = 0; // until its late products close
    // So far, 0 to 1, of the part of the minute that was watched; empty: it was over before the first print.
    std::vector<std::optional<double>> shares;

    Grade grade(std::size_t minute) const;
    bool operator==(const MinuteCoverage&) const = default;
};

// Of the day of the last print. Empty when that was no market day, or before it opened.
std::optional<MinuteCoverage> minuteCoverage(const tape::TradeStore& store, const domain::MarketCalendar& calendar);

} // namespace flowglass::models
