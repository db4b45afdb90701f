// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/budget.h"

#include <algorithm>
#include <array>

namespace flowglass::detect {

namespace {

// Alerts per 100,000 prints by combined score, measured on clean tapes.
constexpr std::array<AlertRates::Anchor, 6> kCleanTapes = {
    {{4.0, 148.0}, {4.5, 50.0}, {5.0, 18.0}, {5.5, 7.0}, {6.0, 3.3}, {7.0, 1.3}}};

} // namespace

Budget::Budget(double flagsPer100k) : m_rates(kCleanTapes, kPriorPrints)
{
    setFlagsPer100k(flagsPer100k);
}

void Budget::setFlagsPer100k(double flags)
{
    m_flagsPer100k = within(flags);
    refresh();
}

// Written so that a NaN becomes the least.
double Budget::within(double flags)
{
    return flags > kLeast ? std::min(flags, kMost) : kLeast;
}

void Budget::refresh()
{
    m_threshold = m_rates.scoreAt(m_flagsPer100k);
}

} // namespace flowglass::detect
