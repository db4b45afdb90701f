// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/calibrator.h"

#include <array>

namespace flowglass::detect {

namespace {

AlertRates shippedRates(Calibrator::Shipped shipped)
{
    const std::array<AlertRates::Anchor, 2> line = {
        {{shipped.location, Calibrator::kPer100k},
         {shipped.location + shipped.slope, Calibrator::kPer100k / 10.0}}};
    return AlertRates(line, Calibrator::kPriorPrints);
}

} // namespace

Calibrator::Calibrator(Shipped shipped)
    : m_location(shipped.location)
    , m_perSlope(1.0 / shipped.slope)
    , m_base(3.0 + shipped.weight)
    , m_rates(shippedRates(shipped))
{
}

void Calibrator::refresh()
{
    m_location = m_rates.scoreAt(kPer100k);
}

} // namespace flowglass::detect
