// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/activity.h"
#include "bench/quality/tape/pricer.h"
#include "bench/quality/tape/tape.h"

#include <vector>

namespace flowglass::quality {

class Printer;

// An event before it is printed: what, where, when, how strong.
struct PlannedEvent
{
    PlantedEvent event;
    std::int64_t ms = 0;       // when it begins
    double seconds = 0.0;      // bursts: how long
    double extraRate = 0.0;    // bursts: orders a second beyond the usual
    double halfSpreads = 0.0;  // price: from the middle, below 0 for downwards
    bool quoteFollows = false; // price
    std::uint32_t size = 0;    // block, sweep: of the order; repeat: of each print
    int prints = 0;            // sweep: exchanges; price, repeat: prints
};

// Where and when things are planted: underlyings evenly, contracts as often as they trade but only those
// that trade at least ten times a day, for bursts are busy enough for ten orders beyond the usual, and for
// prices are worth ten cents; never two in one contract and day, near a burst of the underlying or its news,
// or close to the open and the close.
std::vector<PlannedEvent> planEvents(const TapeConfig& config, const Universe& universe,
                                     const MarketPath& path, const Activity& activity, const Pricer& pricer);

// Prints a planned event; its times become those of its first and last print in `prints`, where `printer`
// puts them.
void printEvent(Rng& rng, PlannedEvent& planned, int day, const Activity& activity, Printer& printer,
                std::vector<Print>& prints);

} // namespace flowglass::quality
