// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"

#include <optional>
#include <vector>

namespace flowglass::domain {

// The person's own definitions of much money. They mark anomalies and never add to a score.
struct PremiumMarks
{
    // A sweep of at least this much in a contract whose volume of the day exceeds its open interest is golden.
    Premium golden = Premium::fromUnits(1'000'000 * kUnitsPerDollar);
    std::vector<Premium> tiers; // ascending

    // "25k, 100k, 1m" in ascending order, none at all too; empty when it cannot be read so.
    static std::optional<std::vector<Premium>> tiersOf(const QString& words);

    int tier(Premium premium) const; // how many of the tiers it reaches
    bool isGolden(const Anomaly& anomaly, TagSet tags, Premium premium) const;
};

} // namespace flowglass::domain
