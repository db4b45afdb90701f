// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/generator.h"

namespace flowglass::tests {

// A tape that is made in a moment: a ninth of the real one, or less.
inline quality::TapeConfig smallTape(std::uint64_t seed = 7, int printsPerDay = 50'000)
{
    quality::TapeConfig config;
    config.seed = seed;
    config.printsPerDay = printsPerDay;
    config.roots = 10;
    config.eventsPerGrade = 4;
    config.underlyingEventsPerGrade = 3;
    config.warmupEventsPerGrade = 1;
    config.newsPerDay = 3;
    return config;
}

} // namespace flowglass::tests
