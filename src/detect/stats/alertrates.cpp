// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/alertrates.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

namespace {

double shippedRate(std::span<const AlertRates::Anchor> anchors, double score)
{
    std::size_t at = 0;
    while (at + 2 < anchors.size() && score > anchors[at + 1].score)
        ++at;
    const AlertRates::Anchor& a = anchors[at];
    const AlertRates::Anchor& b = anchors[at + 1];
    const double slope = std::log(b.per100k / a.per100k) / (b.score - a.score);
    return a.per100k * std::exp(slope * (score - a.score));
}

} // namespace

AlertRates::AlertRates(std::span<const Anchor> shipped, double priorPrints) : m_priorPrints(priorPrints)
{
    for (int bin = 0; bin < kBins; ++bin)
        m_shipped[std::size_t(bin)] = shippedRate(shipped, bin * kBinWidth);
}

int AlertRates::binOf(double score)
{
    if (!(score > 0.0))
        return kNone;
    return std::min(int(score / kBinWidth), kBins - 1);
}

void AlertRates::rise(int from, int to)
{
    if (from != kNone && m_ofDay[std::size_t(from)] > 0)
        --m_ofDay[std::size_t(from)];
    ++m_ofDay[std::size_t(to)];
}

void AlertRates::fade()
{
    for (std::size_t bin = 0; bin < m_earlier.size(); ++bin)
        m_earlier[bin] = 0.5 * alertsIn(bin);
    m_prints *= 0.5;
    m_ofDay.fill(0);
}

void AlertRates::recount(const Counts& ofDay, int fromBin)
{
    std::copy(ofDay.begin() + fromBin, ofDay.end(), m_ofDay.begin() + fromBin);
}

double AlertRates::scoreAt(double per100k) const
{
    const double scale = 1e5 / (m_prints + m_priorPrints);
    const double priorShare = m_priorPrints / (m_prints + m_priorPrints);
    double alerts = 0.0;
    double rateAbove = 0.0;
    for (int bin = kBins - 1; bin >= 0; --bin) {
        alerts += alertsIn(std::size_t(bin));
        const double rate = alerts * scale + priorShare * m_shipped[std::size_t(bin)];
        if (rate > per100k) {
            const double part = bin + 1 < kBins ? std::log(rate / per100k) / std::log(rate / rateAbove) : 1.0;
            return (bin + std::clamp(part, 0.0, 1.0)) * kBinWidth;
        }
        rateAbove = rate;
    }
    return 0.0;
}

} // namespace flowglass::detect
