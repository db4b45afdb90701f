// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/backoff.h"

#include <algorithm>
#include <cmath>

namespace flowglass::feed {

std::chrono::milliseconds Backoff::next(double random)
{
    const double cap = double(m_config.cap.count());
    const double grown = double(m_config.base.count()) * std::pow(m_config.factor, m_failures);
    // Compared before the conversion: the power may be infinite.
    const double wait = grown < cap ? grown : cap;
    if (grown < cap)
        ++m_failures;
    const double share = m_config.jitter * (2.0 * std::clamp(random, 0.0, 1.0) - 1.0);
    return std::chrono::milliseconds(std::int64_t(wait * (1.0 + share)));
}

} // namespace flowglass::feed
