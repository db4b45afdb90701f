// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/defaults.h"
#include "domain/evidence/evidence.h"
#include "domain/price.h"

namespace flowglass::detect {

struct Settings
{
    double flagsPer100k = domain::kFlagsPer100k; // anomalies wanted per 100,000 watched trades: the false-alarm budget
    domain::KindSet kinds = domain::KindSet::all(); // detectors that may flag; the others learn all the same
    // Less than this is not flagged, at 100 shares a contract: of the order for size and sweep, of the last
    // five minutes of the contract or underlying for the others. A filter, not a part of the score.
    domain::Premium leastPremium = domain::Premium::fromUnits(domain::kLeastPremiumDollars * domain::kUnitsPerDollar);
    bool operator==(const Settings&) const = default;
};

} // namespace flowglass::detect
