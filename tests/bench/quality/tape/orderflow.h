// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/activity.h"
#include "bench/quality/tape/printer.h"

namespace flowglass::quality {

// The ordinary orders of one underlying and day, each with those that it brings about (a fifth within
// 0.4 s, nearly half within a minute, the others within minutes; three in ten at another strike), and the
// rush behind its news. Prints through `printer`.
void flowOfDay(Rng& rng, std::uint32_t root, int day, const Universe& universe, const MarketPath& path,
               const Activity& activity, Printer& printer);

} // namespace flowglass::quality
