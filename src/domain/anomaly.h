// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace flowglass::domain {

// Which detector speaks. The order is the order of the words in lists; add new ones before Count.
enum class AnomalyKind : std::uint8_t { Size, Sweep, Activity, Price, Count };

// "size", "sweep", "activity", "price": the fixed words of CSV and JSON Lines.
const char* kindWord(AnomalyKind kind);

// A set of kinds.
class KindSet
{
public:
    constexpr void add(AnomalyKind kind) { m_bits |= 1U << unsigned(kind); }
    constexpr bool has(AnomalyKind kind) const { return (m_bits >> unsigned(kind) & 1U) != 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    bool operator==(const KindSet&) const = default;

private:
    std::uint32_t m_bits = 0;
};
QString kindWords(KindSet kinds, QLatin1Char separator); // "size;sweep"

// What one detector saw, in numbers; anomalytext.h turns it into a sentence.
struct Evidence
{
    AnomalyKind kind = AnomalyKind::Size;
    double surprise = 0.0; // -log10 of the chance, after this detector's calibration offset
    double value = 0.0;    // Size, Sweep: contracts of the order; Activity: orders in the window; Price: dollars
    double baseline = 0.0; // what is usual: median size; orders expected in the window; dollars expected
    std::uint64_t seen = 0; // observations behind the baseline, of this contract and its parents
    std::uint64_t contractSeen = 0; // of these, the contract's own
    double oneIn = 0.0;    // Size: one order in this many is at least as large; Sweep: hits as many
                           // exchanges; 0: not applicable
    double low = 0.0;      // Size: the contract's own orders so far are low to high contracts
    double high = 0.0;     //   (both 0 when it had none)
    int venues = 0;        // Sweep: exchanges hit
    int prints = 0;        // Sweep: prints of the order; Price: prints in a row on the same side
    std::optional<std::chrono::milliseconds> window; // Sweep: first to last print; Activity: the window
    bool operator==(const Evidence&) const = default;
};

struct AnomalyPrint
{
    Trade trade;
    std::uint64_t row = 0;  // of the trade store
    bool cancelled = false; // taken back by a later cancel
    bool operator==(const AnomalyPrint&) const = default;
};

// One evolving finding about one contract. Repeats within the cool-down are merged into it.
struct Anomaly
{
    enum class State : std::uint8_t { Open, Withdrawn };

    std::uint32_t id = 0; // from 1, in order of raising
    std::uint32_t revision = 1;
    State state = State::Open;
    UnixMs time;     // event time of the print that raised it
    UnixMs lastTime; // event time of its newest print
    ContractId contract;
    KindSet kinds;
    double score = 0.0;              // highest so far
    std::vector<AnomalyPrint> prints; // in order of arrival
    std::vector<Evidence> evidence;   // one per kind, the most surprising so far; order of AnomalyKind
    bool multiLeg = false;

    // Over the prints that stand; over all of them once the anomaly is withdrawn.
    std::uint64_t size() const;
    Premium premium(std::int64_t sharesPerContract = 100) const;
    std::vector<const AnomalyPrint*> standingPrints() const;
};

} // namespace flowglass::domain
