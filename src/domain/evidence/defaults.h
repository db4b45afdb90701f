// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flowglass::domain {

// What trades are judged with unless someone says otherwise.
inline constexpr double kFlagsPer100k = 10.0; // of trades watched
// Dollars at 100 shares a contract; less is not flagged. Higher ones cost finds: on labelled tapes recall at ten
// false alarms was .76 without, .75 with $250, .72 with $1,000, .61 with $10,000.
inline constexpr int kLeastPremiumDollars = 250;

} // namespace flowglass::domain
