// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/sessionprofile.h"

#include <cmath>

namespace flowglass::detect {

namespace {

constexpr double kOpen = 34'200.0; // 9:30, seconds since midnight
constexpr double kFade = 1'800.0;
constexpr double kLength = SessionProfile::kSessionSeconds;
// The mean of the unscaled curve: each exponential adds its weight times 1800/23400 (e^-13 left out).
constexpr double kMean = 1.0 + 3.0 * kFade / kLength;

double pace(double t)
{
    if (t < 0.0 || t > kLength)
        return 1.0;
    return (1.0 + 2.0 * std::exp(-t / kFade) + std::exp((t - kLength) / kFade)) / kMean;
}

double elapsed(double t)
{
    if (t < 0.0)
        return t / kLength;
    if (t > kLength)
        return elapsed(kLength) + (t - kLength) / kLength;
    const double opening = 2.0 * kFade * (1.0 - std::exp(-t / kFade));
    const double closing = kFade * (std::exp((t - kLength) / kFade) - std::exp(-kLength / kFade));
    return (t + opening + closing) / (kMean * kLength);
}

} // namespace

const SessionProfile::Moment& SessionProfile::at(domain::UnixMs time)
{
    const std::int64_t second = time.value / 1000;
    if (second != m_second) {
        m_second = second;
        const domain::UnixMs whole{second * 1000};
        const double midnight = double(m_zone.sinceMidnight(whole).count()) / 1000.0;
        const double t = midnight - kOpen;
        m_moment = {m_zone.day(whole), pace(t), midnight, elapsed(t)};
    }
    return m_moment;
}

} // namespace flowglass::detect
