// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::detect {

// What settings would mean, told from the day so far: the New York day of the newest judged trade, from where the
// engine joined it.
struct Outlook
{
    double threshold = 0.0;      // the score that would flag at present
    std::uint64_t anomalies = 0; // of the day so far, that reached it; what would be merged into one counts as one
    bool isLeast = false;        // there were more: the threshold is below the scores that are kept
    std::uint64_t judged = 0;    // trades of the day
};

} // namespace flowglass::detect
