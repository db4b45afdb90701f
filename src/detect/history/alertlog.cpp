// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/history/alertlog.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace flowglass::detect {

namespace {

constexpr double kStep = 0.001;
constexpr double kHighest = 60.0; // so that a floor can be above any

std::uint16_t stepsOf(double score)
{
    return std::uint16_t(std::clamp(score / kStep, 0.0, 65'535.0));
}

} // namespace

std::uint32_t AlertLog::add(std::uint32_t newest, std::uint32_t period, domain::AnomalyKind kind, double score,
                            double stake)
{
    std::size_t index = indexOf(newest);
    if (index == m_entries.size() || m_entries[index].period != period) {
        if (m_entries.size() >= m_most)
            makeRoom();
        index = m_entries.size();
        Entry& fresh = m_entries.emplace_back();
        fresh.serial = ++m_serial;
        fresh.before = newest;
        fresh.period = period;
    }
    place(m_entries[index], {float(stake), stepsOf(std::min(score, kHighest)), kind});
    return m_entries[index].serial;
}

void AlertLog::place(Entry& entry, const Point& point)
{
    std::size_t kept = 0;
    for (std::size_t at = 0; at < entry.count; ++at) {
        const Point& other = entry.points[at];
        if (other.kind == point.kind && other.height >= point.height && other.stake >= point.stake)
            return;
        const bool exceeded = other.kind == point.kind && other.height <= point.height && other.stake <= point.stake;
        if (!exceeded)
            entry.points[kept++] = other;
    }
    entry.count = std::uint8_t(kept);
    if (kept < kMostPoints) {
        entry.points[entry.count++] = point;
        return;
    }
    const auto lowest = std::ranges::min_element(entry.points, {}, &Point::height);
    if (lowest->height < point.height)
        *lowest = point;
}

void AlertLog::startDay(std::int32_t day)
{
    if (day == m_day)
        return;
    m_day = day;
    m_entries.clear();
    m_unbroken = m_serial + 1;
    m_floor = kLowestFloor;
    m_prints = 0;
}

// Raises the floor until a quarter is free, so that it is done seldom.
void AlertLog::makeRoom()
{
    while (m_entries.size() > m_most - m_most / 4) {
        m_floor += kFloorStep;
        const std::uint16_t least = stepsOf(m_floor);
        std::erase_if(m_entries, [least](Entry& entry) {
            const std::span<Point> points(entry.points.data(), entry.count);
            const auto low = std::ranges::remove_if(points, [least](const Point& point) { return point.height < least; });
            entry.count = std::uint8_t(points.size() - low.size());
            return entry.count == 0;
        });
    }
    m_unbroken = m_serial + 1;
}

std::size_t AlertLog::indexOf(std::uint32_t serial) const
{
    if (serial >= m_unbroken) // most of the time
        return m_entries.size() - 1 - (m_serial - serial);
    const auto at = std::ranges::lower_bound(m_entries, serial, {}, &Entry::serial);
    const bool held = at != m_entries.end() && at->serial == serial;
    return held ? std::size_t(at - m_entries.begin()) : m_entries.size();
}

std::uint16_t AlertLog::heightOf(const Entry& entry, const Settings& settings)
{
    const auto least = float(settings.leastPremium.lossyDollars());
    std::uint16_t height = 0;
    for (const Point& point : std::span(entry.points.data(), entry.count)) {
        if (point.stake >= least && settings.kinds.has(point.kind))
            height = std::max(height, point.height);
    }
    return height;
}

bool AlertLog::holds(std::uint32_t serial, std::uint32_t period) const
{
    const std::size_t index = indexOf(serial);
    return index < m_entries.size() && m_entries[index].period == period;
}

double AlertLog::height(std::uint32_t serial, const Settings& settings) const
{
    const std::size_t index = indexOf(serial);
    return index == m_entries.size() ? 0.0 : heightOf(m_entries[index], settings) * kStep;
}

AlertRates::Counts AlertLog::heights(const Settings& settings) const
{
    AlertRates::Counts counts{};
    for (const Entry& entry : m_entries) {
        const int bin = AlertRates::binOf(heightOf(entry, settings) * kStep);
        if (bin != AlertRates::kNone)
            ++counts[std::size_t(bin)];
    }
    return counts;
}

int AlertLog::firstBin() const
{
    return int(std::ceil(m_floor / AlertRates::kBinWidth));
}

std::uint64_t AlertLog::merged(const Settings& settings, double score) const
{
    const std::uint16_t least = stepsOf(std::max(score, kStep));
    std::vector<bool> reached(m_entries.size());
    std::uint64_t count = 0;
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        const Entry& entry = m_entries[at];
        reached[at] = heightOf(entry, settings) >= least;
        if (!reached[at])
            continue;
        const std::size_t before = indexOf(entry.before);
        const bool goesOn = before < at && reached[before] && m_entries[before].period + 1 >= entry.period;
        count += goesOn ? 0U : 1U;
    }
    return count;
}

} // namespace flowglass::detect
