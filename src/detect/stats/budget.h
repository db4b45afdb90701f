// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/stats/alertrates.h"

namespace flowglass::detect {

// The threshold that spends the false-alarm budget: the combined score that is reached as many times in
// 100,000 prints as flags are wanted. Begins with what clean tapes showed and adapts to the live rate.
class Budget
{
public:
    static constexpr double kPriorPrints = 100'000.0;
    static constexpr double kLeast = 0.01; // flags per 100,000
    static constexpr double kMost = 10'000.0;

    explicit Budget(double flagsPer100k);

    double threshold() const { return m_threshold; }
    void setFlagsPer100k(double flags);
    AlertRates& rates() { return m_rates; }
    const AlertRates& rates() const { return m_rates; }
    double thresholdAt(double flagsPer100k) const { return m_rates.scoreAt(within(flagsPer100k)); }
    void refresh();
    template <class Pipe>
    void archive(Pipe& pipe) // what was learnt; the budget itself is a setting
    {
        pipe(m_threshold);
        m_rates.archive(pipe);
    }

private:
    static double within(double flagsPer100k);

    AlertRates m_rates;
    double m_flagsPer100k = 0.0;
    double m_threshold = 0.0;
};

} // namespace flowglass::detect
