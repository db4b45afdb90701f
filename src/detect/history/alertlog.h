// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/settings.h"
#include "detect/stats/alertrates.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace flowglass::detect {

// The alerts of the day with all that decides whether they count: per detector the height of its surprise and the
// money behind it, whatever the settings of the time. So it can be said what other settings would have made of the day.
// An alert is of one subject (a contract, an underlying) and period. Holds the kMostAlerts highest, some 5 MB: when
// they are more, those below a rising floor go.
class AlertLog
{
public:
    static constexpr std::size_t kMostAlerts = 65'536;
    static constexpr double kLowestFloor = 2.0; // of a calibrated score
    static constexpr double kFloorStep = 0.25;

    explicit AlertLog(std::size_t mostAlerts = kMostAlerts) : m_most(mostAlerts) {}

    // A surprise of at least floor(), said of the subject whose newest alert is `newest` (0: none). Returns the serial of
    // the alert it belongs to: that one, or a new one when the period is another. They rise.
    std::uint32_t add(std::uint32_t newest, std::uint32_t period, domain::AnomalyKind kind, double score, double stake);
    void countPrint() { ++m_prints; }
    void startDay(std::int32_t day); // forgets, when it is another day
    double floor() const { return m_floor; }

    bool holds(std::uint32_t serial, std::uint32_t period) const;
    // Its highest score that counts by these settings, 0 when there is none.
    double height(std::uint32_t serial, const Settings& settings) const;
    // How many alerts reach which height by these settings; whole from firstBin() on.
    AlertRates::Counts heights(const Settings& settings) const;
    int firstBin() const;
    // Alerts that reach the score, where those of one subject in adjoining periods are one, as they are one anomaly.
    std::uint64_t merged(const Settings& settings, double score) const;
    std::uint64_t prints() const { return m_prints; } // of the day

private:
    // Those that no other of the same detector exceeds in both height and money.
    struct Point
    {
        float stake = 0.0F;       // dollars
        std::uint16_t height = 0; // score in steps of 0.001
        domain::AnomalyKind kind = domain::AnomalyKind::Size;
    };
    static constexpr std::size_t kMostPoints = 8;
    struct Entry
    {
        std::uint32_t serial = 0;
        std::uint32_t before = 0; // serial of the alert before of the same subject
        std::uint32_t period = 0;
        std::uint8_t count = 0;
        std::array<Point, kMostPoints> points;
    };
    static void place(Entry& entry, const Point& point);
    static std::uint16_t heightOf(const Entry& entry, const Settings& settings);
    std::size_t indexOf(std::uint32_t serial) const; // m_entries.size() when it is not held
    void makeRoom();

    std::size_t m_most;
    double m_floor = kLowestFloor;
    std::vector<Entry> m_entries; // by serial
    std::uint32_t m_serial = 0;   // the newest
    std::uint32_t m_unbroken = 1; // from this serial on none has gone
    std::uint64_t m_prints = 0;
    std::int32_t m_day = 0;
};

} // namespace flowglass::detect
