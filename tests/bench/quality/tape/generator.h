// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/tape.h"

namespace flowglass::quality {

// The labelled tape of a seed, the same on every machine. The ingredients:
//   underlyings by Zipf 1.1, contracts by moneyness, expiry, round strikes and two lognormal habits;
//   the day's U shape times a five-minute regime of each underlying; orders that bring about others;
//   news (not labelled as events: a detector is neither asked to find it nor blamed);
//   round lots and a lognormal institutional part that varies by underlying and contract;
//   automatic, auction, sweep, package, cross and floor prints; splits over exchanges; late prints;
//   cancels, half of them of mistyped prices; Black-Scholes prices on a smile that drifts, ticks, spreads;
//   and, unless `config.planted` is false, the events of detection quality: six kinds, three grades.
// A clean tape is the same without them (and without the quotes that follow some of them). Takes about half a
// second and 60 MB at the defaults.
Tape generateTape(const TapeConfig& config);

} // namespace flowglass::quality
