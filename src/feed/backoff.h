// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace flowglass::feed {

// How long to wait before the next try: base, times factor per failure up to cap; the jitter then adds or
// takes away up to that share, so that many clients do not come back together. Holds no clock.
class Backoff
{
public:
    struct Config
    {
        std::chrono::milliseconds base{500};
        double factor = 2.0;
        std::chrono::milliseconds cap{60'000};
        double jitter = 0.25; // share of the wait, 0 to 1
    };

    Backoff() = default;
    explicit Backoff(const Config& config) : m_config(config) {}

    // The wait after one more failure; `random` in [0, 1): 0.5 leaves it as it is.
    std::chrono::milliseconds next(double random);
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    Config m_config;
    int m_failures = 0;
};

} // namespace flowglass::feed
