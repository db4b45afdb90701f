// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace flowglass::detect {

// How often each height of a score is reached, counted in alerts: the highest score of one contract in
// one minute is one alert. Begins with a shipped curve that weighs as much as `priorPrints` prints and
// gives way to what is seen; counts fade by half each day.
class AlertRates
{
public:
    static constexpr double kBinWidth = 0.05;
    static constexpr int kBins = 400; // to a score of 20, the last one open
    static constexpr int kNone = -1;

    // A point of the shipped curve; between and beyond the points it is straight in log(per100k).
    struct Anchor
    {
        double score = 0.0;
        double per100k = 0.0; // alerts at least this high in 100,000 prints
    };
    AlertRates(std::span<const Anchor> shipped, double priorPrints);

    static int binOf(double score); // kNone at or below 0
    // An alert rose from one bin (kNone: it is new) to a higher one.
    void rise(int from, int to);
    void countPrint() { m_prints += 1.0; }
    void fade();
    // The lowest score that is reached at most `per100k` times in 100,000 prints.
    double scoreAt(double per100k) const;
    // The alerts of the day so far, by bin; since the last fade(), or since they were read.
    using Counts = std::array<std::uint32_t, kBins>;
    const Counts& ofDay() const { return m_ofDay; }
    // They are counted otherwise from now on; what is below `fromBin` stays.
    void recount(const Counts& ofDay, int fromBin);
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        for (std::size_t bin = 0; bin < m_earlier.size(); ++bin) {
            double alerts = alertsIn(bin);
            pipe(alerts);
            if constexpr (Pipe::kReads) {
                m_earlier[bin] = alerts;
                m_ofDay[bin] = 0;
            }
        }
        pipe(m_prints);
    }

private:
    double alertsIn(std::size_t bin) const { return m_earlier[bin] + m_ofDay[bin]; }

    std::array<double, kBins> m_earlier{}; // alerts of the days before, faded
    Counts m_ofDay{};
    std::array<double, kBins> m_shipped{}; // per100k at the lower edge of each bin
    double m_prints = 0.0;
    double m_priorPrints;
};

} // namespace flowglass::detect
