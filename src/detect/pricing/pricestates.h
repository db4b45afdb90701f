// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/pricing/spotestimate.h"
#include "detect/pricing/ticksize.h"

#include <algorithm>
#include <cstdint>

namespace flowglass::detect {

// What PriceDetector keeps of a contract, and what the next day starts from.
struct ContractPrice
{
    float vol = 0.0F; // implied, of a year; 0: never printed
    float variance = 0.0F;
    float spotRef = 0.0F;         // dollars: of the underlying, at the newest print
    float scale = 0.0F;           // mean distance from the prediction, in units of a usual spread
    float lastScore = 0.0F;       // of the print before
    std::uint32_t second = 0;     // since the epoch, of the newest print
    float volBefore = 0.0F;       // a jump; 0: none lately
    std::uint32_t jumpSecond = 0; // of the jump
    std::uint32_t prints = 0;     // of the day
    std::uint16_t run = 0;        // surprising prints in a row on one side
    std::int8_t side = 0;         // of the print before: above 1, below -1
    bool suspect = false;         // the print before was far off and has moved nothing

    template <class Pipe>
    void archive(Pipe& pipe)
    {
        pipe(vol);
        pipe(variance);
        pipe(scale);
        variance = std::max(0.0F, variance);
    }
};
static_assert(sizeof(ContractPrice) <= 40);

// The same of an underlying.
struct ChainPrice
{
    SpotEstimate spot;
    TickSize ticks;
    double scale = 1.0; // as of a contract, of all of them
    std::int64_t suspectMs = 0;
    double suspectMove = 0.0; // of the underlying, that would explain a far print; dollars, 0 none
    std::uint32_t suspectContract = 0;

    template <class Pipe>
    void archive(Pipe& pipe)
    {
        spot.archive(pipe);
        ticks.archive(pipe);
        pipe(scale);
    }
};

} // namespace flowglass::detect
