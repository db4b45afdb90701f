// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "domain/enumset.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace flowglass::domain {

// Which detector speaks. The order is the order of the words in lists; add new ones before Count.
enum class AnomalyKind : std::uint8_t { Size, Sweep, Activity, Price, Repeat, Surge, Count };
using KindSet = EnumSet<AnomalyKind>;

// Where the price of the underlying came from, when it had to be known.
enum class SpotSource : std::uint8_t {
    None,
    Parity, // put-call parity of two prints of one strike and expiry
    Chain   // the shift that best explains the prints of the whole chain, begun from parity
};

// A contract of a busy underlying, and its share of the orders.
struct BusyContract
{
    ContractId contract;
    OptionSymbol symbol;
    double orders = 0.0; // in the window
    bool operator==(const BusyContract&) const = default;
};

// What one detector saw, in numbers; anomalytext.h turns it into a sentence.
struct Evidence
{
    AnomalyKind kind = AnomalyKind::Size;
    // What counts towards the score: raw / slope + offset, which brings all detectors to one scale. slope 0: not known.
    double surprise = 0.0;
    double raw = 0.0; // -log10 of the chance, as the detector has it
    double slope = 0.0;
    double offset = 0.0;
    // Size, Sweep: contracts of the order; Activity, Surge: orders in the window; Price: dollars;
    // Repeat: orders of the repeated size
    double value = 0.0;
    // What is usual: median size; orders expected in the window; dollars expected; orders of that size
    // expected
    double baseline = 0.0;
    std::uint64_t seen = 0;         // observations behind the baseline, of this contract and its parents
    std::uint64_t contractSeen = 0; // of these, the contract's own
    double oneIn = 0.0;             // Size: one order in this many is at least as large; Sweep: hits as many
                                    // exchanges; 0: not applicable
    double low = 0.0;               // Size: the contract's own orders so far are low to high contracts
    double high = 0.0;              //   (both 0 when it had none)
    int venues = 0;                 // Sweep: exchanges hit
    int prints = 0;                 // Sweep: prints of the order; Price: prints in a row on the same side
    // Sweep: first to last print; Activity, Surge: the window; Repeat: first to last of that size
    std::optional<std::chrono::milliseconds> window;

    double size = 0.0;      // Repeat: contracts of each of the orders
    double chance = 0.0;    // Repeat: of that size, for an order of this contract
    double volBefore = 0.0; // Price: implied volatility of a year that made `baseline` fair; 0.38 = 38 %
    double volAfter = 0.0;  //   and what the print implies; 0: no volatility explains it
    double spot = 0.0;      // Price: dollars of the underlying; 0 when spotSource is None
    SpotSource spotSource = SpotSource::None;
    std::chrono::milliseconds spotAge{0};
    std::vector<BusyContract> busiest; // Surge: busiest first
    bool operator==(const Evidence&) const = default;
};

} // namespace flowglass::domain
