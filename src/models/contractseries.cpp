// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contractseries.h"

#include "tape/tradestore.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace flowglass::models {

namespace {

// Widths people read easily; each is a multiple of the one before, so that bars can be joined. The last
// holds the longest day (25 h) in kMaxBars.
constexpr std::array<std::int64_t, 8> kBarSeconds = {1, 5, 10, 30, 60, 120, 600, 1800};

// Joins every `ratio` neighbours of buckets that start at number `first`.
template <class T, class Join>
void coarsen(std::vector<T>& buckets, std::int64_t& first, std::int64_t ratio, Join join)
{
    const std::int64_t newFirst = first / ratio;
    std::vector<T> joined;
    for (std::size_t at = 0; at < buckets.size(); ++at) {
        const auto to = std::size_t((first + std::int64_t(at)) / ratio - newFirst);
        joined.resize(std::max(joined.size(), to + 1));
        join(joined[to], buckets[at]);
    }
    buckets = std::move(joined);
    first = newFirst;
}

// Makes room for the bucket `number` and returns it.
template <class T>
T& bucket(std::vector<T>& buckets, std::int64_t& first, std::int64_t number)
{
    if (buckets.empty())
        first = number;
    if (number < first) {
        buckets.insert(buckets.begin(), std::size_t(first - number), T());
        first = number;
    }
    if (const auto size = std::size_t(number - first) + 1; size > buckets.size())
        buckets.resize(size);
    return buckets[std::size_t(number - first)];
}

template <class T>
bool fits(const std::vector<T>& buckets, std::int64_t first, std::int64_t number, std::size_t capacity)
{
    if (buckets.empty())
        return true;
    const std::int64_t low = std::min(first, number);
    const std::int64_t high = std::max(first + std::int64_t(buckets.size()) - 1, number);
    return std::size_t(high - low) < capacity;
}

} // namespace

void ContractSeries::setContract(std::optional<domain::ContractId> contract)
{
    m_contract = contract;
    m_highlight.clear();
    restart();
}

void ContractSeries::restart()
{
    m_nextRow = 0;
    m_rowsSeen = 0;
    m_complete = !m_contract;
    m_changed = true;
    m_day = 0;
    m_dots.clear();
    clearDay();
}

void ContractSeries::clearDay()
{
    m_prints = 0;
    m_width = 0;
    m_bars.clear();
    m_stretchMs = 1000;
    m_stretches.clear();
    m_maxSize = 0;
    m_low = m_high = {};
    m_first = m_last = {};
}

void ContractSeries::setHighlight(const std::vector<domain::AnomalyPrint>& prints)
{
    m_highlight.clear();
    for (const domain::AnomalyPrint& print : prints) {
        const domain::Trade& trade = print.trade;
        if (!print.cancelled && trade.contract == m_contract)
            m_highlight.push_back({trade.time(), trade.price, trade.size, print.row, true});
    }
    m_changed = true;
}

bool ContractSeries::update(const tape::TradeStore& store)
{
    // What a cancel took back is in the bars already. Start over while that is cheap; with more prints than
    // one update looks at, a single one does not show.
    if (takeNew(store) && m_rowsSeen <= kRowsPerUpdate) {
        restart();
        takeNew(store);
    }
    const bool changed = m_changed;
    m_changed = false;
    if (changed)
        assembleDots(store);
    return changed;
}

// True when a cancel was among the new rows.
bool ContractSeries::takeNew(const tape::TradeStore& store)
{
    if (!m_contract)
        return false;
    bool cancelled = false;
    const auto rows = store.rowsOf(*m_contract);
    const auto from = std::size_t(std::ranges::lower_bound(rows, m_nextRow) - rows.begin());
    const std::size_t count = std::min(kRowsPerUpdate, rows.size() - from);
    for (const std::uint32_t row : rows.subspan(from, count)) {
        cancelled = cancelled || domain::traitsOf(store[row].conditions).cancel;
        if (!store.isTakenBack(row))
            add(store[row], row);
        m_nextRow = row + 1ULL;
    }
    m_rowsSeen += count;
    m_complete = from + count == rows.size();
    m_changed = m_changed || count > 0;
    return cancelled;
}

void ContractSeries::add(const domain::Trade& trade, std::uint64_t row)
{
    if (!domain::updatesVolume(trade.conditions))
        return;
    const std::int32_t day = m_newYork.day(trade.time());
    if (day < m_day)
        return;
    if (day > m_day)
        clearDay();
    m_day = day;
    m_first = m_prints == 0 ? trade.time() : std::min(m_first, trade.time());
    m_last = m_prints == 0 ? trade.time() : std::max(m_last, trade.time());
    ++m_prints;
    addVolume(trade.time(), trade.size);
    const domain::ConditionTraits traits = domain::traitsOf(trade.conditions);
    if (traits.compression || traits.proprietaryFloor || traits.extendedHours)
        return;
    const bool firstPrice = m_maxSize == 0;
    m_low = firstPrice ? trade.price : std::min(m_low, trade.price);
    m_high = firstPrice ? trade.price : std::max(m_high, trade.price);
    m_maxSize = std::max(m_maxSize, trade.size);
    addDot({trade.time(), trade.price, trade.size, row, false});
}

void ContractSeries::addVolume(domain::UnixMs time, std::uint32_t size)
{
    while (!fits(m_bars, m_firstBar, time.value / barWidth().count(), kMaxBars)
           && m_width + 1 < kBarSeconds.size()) {
        coarsen(m_bars, m_firstBar, kBarSeconds[m_width + 1] / kBarSeconds[m_width],
                [](std::uint64_t& into, std::uint64_t volume) { into += volume; });
        ++m_width;
    }
    bucket(m_bars, m_firstBar, time.value / barWidth().count()) += size;
}

void ContractSeries::addDot(const Dot& dot)
{
    while (!fits(m_stretches, m_firstStretch, dot.time.value / m_stretchMs, kStretches)) {
        coarsen(m_stretches, m_firstStretch, 2, [](Stretch& into, const Stretch& stretch) {
            for (const Dot& kept : stretch)
                keep(into, kept);
        });
        m_stretchMs *= 2;
    }
    keep(bucket(m_stretches, m_firstStretch, dot.time.value / m_stretchMs), dot);
}

// Of equals the earlier one stays.
void ContractSeries::keep(Stretch& stretch, const Dot& dot)
{
    if (stretch.size() < kDotsPerStretch) {
        stretch.push_back(dot);
        return;
    }
    const auto smallest = std::ranges::min_element(stretch, std::ranges::less(), &Dot::size);
    if (smallest->size < dot.size) {
        stretch.erase(smallest);
        stretch.push_back(dot);
    }
}

void ContractSeries::assembleDots(const tape::TradeStore& store)
{
    const auto larger = [](const Dot& a, const Dot& b) { return a.size > b.size; };
    std::vector<Dot> dots;
    for (const Dot& dot : m_highlight) {
        if (m_newYork.day(dot.time) == m_day && !store.isTakenBack(dot.row))
            dots.push_back(dot);
    }
    std::ranges::stable_sort(dots, larger);
    dots.resize(std::min(dots.size(), kMaxDots));

    std::unordered_set<std::uint64_t> drawn;
    for (const Dot& dot : dots)
        drawn.insert(dot.row);
    std::vector<Dot> others;
    for (const Stretch& stretch : m_stretches) {
        std::ranges::copy_if(stretch, std::back_inserter(others), [&](const Dot& dot) {
            return !drawn.contains(dot.row) && !store.isTakenBack(dot.row);
        });
    }
    std::ranges::stable_sort(others, larger);
    others.resize(std::min(others.size(), kMaxDots - dots.size()));
    dots.insert(dots.end(), others.begin(), others.end());
    std::ranges::sort(dots, [](const Dot& a, const Dot& b) {
        return std::pair(a.time, a.row) < std::pair(b.time, b.row);
    });
    m_dots = std::move(dots);
}

std::chrono::milliseconds ContractSeries::barWidth() const { return std::chrono::seconds(kBarSeconds[m_width]); }

std::vector<ContractSeries::Bar> ContractSeries::bars() const
{
    std::vector<Bar> bars;
    bars.reserve(m_bars.size());
    for (std::size_t at = 0; at < m_bars.size(); ++at)
        bars.push_back({{(m_firstBar + std::int64_t(at)) * barWidth().count()}, m_bars[at]});
    return bars;
}

std::uint64_t ContractSeries::maxBarVolume() const
{
    return m_bars.empty() ? 0 : *std::ranges::max_element(m_bars);
}

} // namespace flowglass::models
