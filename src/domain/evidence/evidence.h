// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "domain/enumset.h"
#include "domain/time/unixtime.h"

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

// The orders that a size is compared with: the contract's own before others, or, because nothing is kept of
// them by contract, those of the same kind in all contracts of the underlying.
enum class SizePeers : std::uint8_t { Contract, MultiLeg, CrossFloor };

// A contract of a busy underlying.
struct BusyContract
{
    ContractId contract;
    OptionSymbol symbol;
    double orders = 0.0; // its own in the window
    bool operator==(const BusyContract&) const = default;
};

// What one detector saw, in numbers; anomalytext.h turns it into a sentence.
struct Evidence
{
    AnomalyKind kind = AnomalyKind::Size;
    UnixMs time; // event time of the print that it was told of
    // What counts towards the score: raw / slope + offset, which brings all detectors to one scale. slope 0: not known.
    double surprise = 0.0;
    double raw = 0.0; // -log10 of the chance, as the detector has it
    double slope = 0.0;
    double offset = 0.0;
    // Size, Sweep: contracts of the order; Activity: orders in the window, of those within half a second one;
    // Surge: orders in the window; Price: dollars; Repeat: orders of the repeated size
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
    SizePeers peers = SizePeers::Contract; // Size
    int prints = 0; // Sweep: prints of the order; Price: prints in a row on the same side; Activity: all orders
                    // in the window
    // Sweep: first to last print; Activity, Surge: the window, which ends with `time`; Repeat: first to last of
    // that size, up to the next whole second
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
