// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::detect {

// When prints belong to one anomaly, and what is told of it. Scores in their own unit.
inline constexpr std::int64_t kOutOfOrderMs = 2'000; // later than that behind its contract, a print is not judged
inline constexpr std::int64_t kCoolDownMs = 60'000;
inline constexpr std::int64_t kUnderlyingCoolDownMs = 300'000;
inline constexpr std::uint32_t kEnoughOrders = 200; // below it, the threshold is up to kCaution higher
inline constexpr double kCaution = 1.0;
inline constexpr double kSupport = 1.0; // a second reason is told when within this of the threshold
inline constexpr double kRise = 0.5;    // of the score, for a print of a burst to join
inline constexpr double kUnderlyingRise = 1.0;

inline bool isTold(double surprise, double threshold)
{
    return surprise > 0.0 && surprise >= threshold - kSupport;
}

} // namespace flowglass::detect
