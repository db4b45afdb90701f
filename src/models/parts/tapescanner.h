// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter/tradefilter.h"
#include "models/parts/tapeentry.h"

#include <QDeadlineTimer>

#include <utility>
#include <vector>

namespace flowglass::tape {
class TradeStore;
}
namespace flowglass::detect {
class Engine;
}

namespace flowglass::models {

class TradeCells;

// Finds the rows of the tape: looks through the store for prints that pass the filter, and for markers. New
// prints are looked at in the order of arrival; after a change of filter the older ones from the newest back,
// in slices, so that the first matches are there at once. Owns no rows. One thread.
class TapeScanner
{
public:
    TapeScanner(const tape::TradeStore& store, const domain::ContractTable& contracts, const TradeCells& cells);

    // Everything now in the store has yet to be looked at backwards; what comes later forwards.
    void restart(const domain::TradeFilter& filter);
    const domain::TradeFilter& filter() const { return m_filter; }

    // At most until the deadline, in steps of kStep rows of the store.
    std::vector<TapeEntry> newer(const QDeadlineTimer& deadline); // oldest first
    std::vector<TapeEntry> older(const QDeadlineTimer& deadline); // newest first
    bool passes(std::uint64_t row) const;
    bool dependsOnFlags() const { return m_filter.dependsOnFlags(); }
    bool dependsOnJudgement() const { return m_filter.dependsOnFlags() || m_filter.dependsOnCancels(); }
    // Those looked at of which the filter may say something else because a cancel took them back, when there
    // were such since the last call.
    std::vector<std::uint64_t> takenBack();

    bool isSearching() const; // older() has more to look at
    double progress() const;  // of older(), 0 to 1
    std::uint64_t from() const { return m_from; } // rows [from, to) of the store were looked at
    std::uint64_t to() const { return m_to; }
    std::size_t markersTo() const { return m_markersTo; }

    static constexpr std::uint64_t kStep = 256;

private:
    const tape::TradeStore& m_store;
    const domain::ContractTable& m_contracts;
    const TradeCells& m_cells;
    domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    domain::TradeFilter m_filter;
    std::uint64_t m_start = 0; // where restart() split older from newer
    std::uint64_t m_from = 0;
    std::uint64_t m_to = 0;
    std::size_t m_markersFrom = 0;
    std::size_t m_markersTo = 0;
    std::pair<std::size_t, std::uint64_t> m_taken; // rows taken back, and where the store began, when last asked
};

} // namespace flowglass::models
