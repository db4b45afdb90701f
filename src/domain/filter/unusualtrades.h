// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"

namespace flowglass::domain {

// The provider's "unusual trades" as plain rules, to compare with: premium of at least $100,000 (at 100
// shares a contract), or at least 1,000 contracts, or reported as an intermarket sweep order (219); without
// cancel messages, late reports and compression. It knows nothing of what is usual.
inline constexpr Premium kUnusualPremium = Premium::fromUnits(100'000 * kUnitsPerDollar);
inline constexpr std::uint32_t kUnusualSize = 1'000;
bool isUnusualTrade(const Trade& trade);

} // namespace flowglass::domain
