// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/stats/countsurprise.h"
#include "domain/contracttable.h"
#include "domain/time/unixtime.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace flowglass::detect {

// A fading count of orders as a detector scored it.
struct FadingCount
{
    double count = 0.0;
    double mean = 0.0; // expected
    double variance = 0.0;
    double fadeSeconds = 0.0;
    std::uint32_t size = 0; // of orders of so many contracts only; 0: of any
    double surprise() const { return countSurprise(count, mean, variance); }
};

// A single-leg order that lost a print to a cancel. `root` lives as long as the contract table.
struct LostOrder
{
    domain::ContractId contract;
    std::string_view root;
    domain::UnixMs time;         // of the cancelled print
    std::int64_t baselineMs = 0; // MarketClock
    std::uint32_t serial = 0;    // of the cancelled print, in the CancelBook
    std::uint32_t size = 0;      // contracts before
    bool isWhole = false;        // nothing is left of it
    bool counted = false;        // for its contract's pace
};

// Which orders a FadingCount was of, so that one can be taken out again.
struct CountedOrders
{
    FadingCount fading;
    std::optional<domain::ContractId> contract; // of those counted for its pace; empty: of a whole underlying
    std::int64_t untilMs = 0;                   // baseline time
    std::uint32_t serial = 0;                   // of the newest print

    double ageSeconds(const LostOrder& lost) const
    {
        return std::max(0.0, double(untilMs - lost.baselineMs) / 1000.0);
    }
    bool includes(const LostOrder& lost) const
    {
        constexpr double kForgotten = 10.0; // fade times
        if (lost.serial > serial || ageSeconds(lost) > kForgotten * fading.fadeSeconds)
            return false;
        if (!contract)
            return lost.isWhole;
        return lost.contract == *contract && lost.counted &&
               (fading.size == 0 ? lost.isWhole : lost.size == fading.size);
    }
    void takeOut(const LostOrder& lost)
    {
        fading.count = std::max(0.0, fading.count - std::exp(-ageSeconds(lost) / fading.fadeSeconds));
    }
};

} // namespace flowglass::detect
