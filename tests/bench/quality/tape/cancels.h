// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/random/rng.h"
#include "bench/quality/tape/tape.h"

namespace flowglass::quality {

// Takes a few ordinary prints of the days' tape back: marks them as busted and appends the cancels. Half of
// them had a mistyped price. `prints` in order; only unambiguous prints are chosen (no other of the same
// price, size and exchange in the contract and day).
void addCancels(Rng& rng, std::vector<Print>& prints);

} // namespace flowglass::quality
