// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/sessions.h"

#include "bench/quality/random/portablemath.h"

namespace flowglass::quality::sessions {

double pace(double seconds)
{
    constexpr double kFade = 1'800.0;
    static const double mean = 1.0 + 3.0 * kFade / kSeconds * (1.0 - portable::exp(-kSeconds / kFade));
    return (1.0 + 2.0 * portable::exp(-seconds / kFade) + portable::exp((seconds - kSeconds) / kFade)) / mean;
}

} // namespace flowglass::quality::sessions
