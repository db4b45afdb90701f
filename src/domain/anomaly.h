// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/evidence.h"
#include "domain/evidence/tags.h"
#include "domain/trade.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace flowglass::domain {

// "size", "sweep", "activity", "price", "repeat", "surge": the fixed words of CSV and JSON Lines.
const char* kindWord(AnomalyKind kind);
QString kindWords(KindSet kinds, QLatin1Char separator); // "size;sweep"

struct AnomalyPrint
{
    Trade trade;
    std::uint64_t row = 0;  // of the trade store
    bool cancelled = false; // taken back by a later cancel
    bool operator==(const AnomalyPrint&) const = default;
};

// One evolving finding, about one contract or about all options of an underlying. Repeats within the cool-down
// are merged into it; the legs of one package are in the anomaly of the leg that was flagged first.
struct Anomaly
{
    enum class State : std::uint8_t { Open, Withdrawn };

    std::uint32_t id = 0; // from 1, in order of raising
    std::uint32_t revision = 1;
    State state = State::Open;
    UnixMs time;     // event time of the print that raised it
    UnixMs lastTime; // event time of its newest print
    std::optional<ContractId> contract; // empty: of a whole underlying
    std::string root;                   // of its symbols: "NVDA", "NVDA1" when adjusted
    KindSet kinds;
    TagSet tags; // of its prints, from the tape alone; and Late
    double score = 0.0;              // highest so far
    std::vector<AnomalyPrint> prints; // in order of arrival
    std::vector<Evidence> evidence;   // one per kind, the most surprising so far; order of AnomalyKind

    bool isOfUnderlying() const { return !contract; }
    bool isPackage() const { return tags.has(AnomalyTag::MultiLeg) || tags.has(AnomalyTag::StockTied); }
    // The contract to open for it: its own, or the busiest of its underlying.
    ContractId leadingContract() const;
    // Over the prints that stand; over all of them once the anomaly is withdrawn.
    std::uint64_t size() const;
    Premium premium(std::int64_t sharesPerContract = 100) const;
    std::vector<const AnomalyPrint*> standingPrints() const;
};

} // namespace flowglass::domain
