// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/stats/alertrates.h"

namespace flowglass::detect {

// Puts one detector's raw surprise on the common scale: 3 and the weight is what one alert in 1,000 prints reaches.
//   s' = 3 + (s - location) / slope + weight
// Slope and weight are shipped, measured on clean and on labelled tapes: with the slope, ten times rarer is 1
// more; the weight says how much the detector's alerts deserve of a budget that all share. The location is
// shipped and then learnt, at a rate where true anomalies are a few percent of what is counted, so that they
// do not bend it.
class Calibrator
{
public:
    static constexpr double kPer100k = 100.0; // one in 1,000
    static constexpr double kPriorPrints = 20'000.0;

    struct Shipped
    {
        double location = 3.0;
        double slope = 1.0;
        double weight = 0.0;
    };
    explicit Calibrator(Shipped shipped);

    double calibrated(double surprise) const
    {
        return surprise > 0.0 ? m_base + (surprise - m_location) * m_perSlope : 0.0;
    }
    double location() const { return m_location; }
    double slope() const { return 1.0 / m_perSlope; } // calibrated = surprise / slope + offset
    double offset() const { return m_base - m_location * m_perSlope; }
    AlertRates& rates() { return m_rates; }
    void refresh(); // learns the location from the rates
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        pipe(m_location);
        m_rates.archive(pipe);
    }

private:
    double m_location;
    double m_perSlope;
    double m_base; // 3 and the weight
    AlertRates m_rates;
};

} // namespace flowglass::detect
