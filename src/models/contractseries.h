// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "domain/time/markettime.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace flowglass::tape {
class TradeStore;
}

namespace flowglass::models {

// What the chart of one contract draws: its newest trading day (New York), decimated to what pixels can
// show, whatever the number of prints. Each update looks at a bounded number of new prints, so catching up
// with a busy contract takes several ticks and never holds one up. Cancels and late reports are left out,
// prints without a market price (compression) count as volume only. A value; one thread.
class ContractSeries
{
public:
    static constexpr std::size_t kMaxDots = 400;
    static constexpr std::size_t kMaxBars = 60;
    static constexpr std::size_t kRowsPerUpdate = 20'000;

    struct Dot
    {
        domain::UnixMs time;
        domain::Price price;
        std::uint32_t size = 0;
        std::uint64_t row = 0;
        bool highlighted = false;
        bool operator==(const Dot&) const = default;
    };
    struct Bar
    {
        domain::UnixMs from; // to from + barWidth()
        std::uint64_t volume = 0;
        bool operator==(const Bar&) const = default;
    };

    void setContract(std::optional<domain::ContractId> contract); // empties the series and the highlight
    void setHighlight(const std::vector<domain::AnomalyPrint>& prints); // those of this contract
    bool update(const tape::TradeStore& store); // true when anything below changed
    bool isComplete() const { return m_complete; } // false: more prints wait for the next update

    bool isEmpty() const { return m_prints == 0; }
    const std::vector<Dot>& dots() const { return m_dots; } // by time; the largest of each stretch of time
    std::vector<Bar> bars() const;                          // by time, without holes
    std::chrono::milliseconds barWidth() const;
    std::uint64_t maxBarVolume() const;
    std::uint32_t maxSize() const { return m_maxSize; } // largest print of the day
    domain::Price lowest() const { return m_low; }      // over all prints of the day, drawn or not
    domain::Price highest() const { return m_high; }
    domain::UnixMs first() const { return m_first; }
    domain::UnixMs last() const { return m_last; }

private:
    static constexpr std::size_t kStretches = 80; // of time, for choosing dots
    static constexpr std::size_t kDotsPerStretch = 4;
    using Stretch = std::vector<Dot>; // its largest

    void restart();
    void clearDay();
    bool takeNew(const tape::TradeStore& store);
    void add(const domain::Trade& trade, std::uint64_t row);
    void addVolume(domain::UnixMs time, std::uint32_t size);
    void addDot(const Dot& dot);
    static void keep(Stretch& stretch, const Dot& dot);
    void assembleDots(const tape::TradeStore& store);

    std::optional<domain::ContractId> m_contract;
    domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    std::uint64_t m_nextRow = 0; // store rows below were looked at
    std::uint64_t m_rowsSeen = 0;
    bool m_complete = true;
    bool m_changed = false; // since the last update
    std::int32_t m_day = 0;
    std::uint64_t m_prints = 0;
    std::size_t m_width = 0;      // index into the ladder of bar widths
    std::int64_t m_firstBar = 0;  // start of m_bars.front() / width
    std::vector<std::uint64_t> m_bars;
    std::int64_t m_stretchMs = 1000;
    std::int64_t m_firstStretch = 0;
    std::vector<Stretch> m_stretches;
    std::vector<Dot> m_highlight;
    std::vector<Dot> m_dots;
    std::uint32_t m_maxSize = 0;
    domain::Price m_low;
    domain::Price m_high;
    domain::UnixMs m_first;
    domain::UnixMs m_last;
};

} // namespace flowglass::models
