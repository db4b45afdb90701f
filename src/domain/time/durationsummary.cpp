// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time/durationsummary.h"

#include <algorithm>
#include <cmath>

namespace flowglass::domain {

void DurationSummary::add(std::chrono::nanoseconds value, std::uint64_t times)
{
    m_max = std::max(m_max, value);
    m_count += times;
    const double us = std::max(1.0, double(value.count()) / 1000.0);
    const auto bin = std::size_t(std::log2(us) * double(kBinsPerOctave));
    m_bins[std::min(bin, kBins - 1)] += times;
}

void DurationSummary::clear() { *this = DurationSummary(); }

std::chrono::nanoseconds DurationSummary::quantile(double q) const
{
    if (m_count == 0)
        return std::chrono::nanoseconds(0);
    const auto rank = std::uint64_t(std::ceil(q * double(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        seen += m_bins[bin];
        if (seen >= std::max<std::uint64_t>(rank, 1) && bin + 1 < kBins) {
            const double us = std::exp2((double(bin) + 1.0) / double(kBinsPerOctave));
            return std::min(m_max, std::chrono::nanoseconds(std::int64_t(us * 1000.0)));
        }
    }
    return m_max;
}

} // namespace flowglass::domain
