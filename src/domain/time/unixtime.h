// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace flowglass::domain {

// Milliseconds since 1970-01-01T00:00:00Z: the resolution of the provider's stream.
struct UnixMs
{
    std::int64_t value = 0;
    auto operator<=>(const UnixMs&) const = default;
};

// Nanoseconds since the same epoch: REST, flat files, receive times.
struct UnixNs
{
    std::int64_t value = 0;
    auto operator<=>(const UnixNs&) const = default;
};

constexpr std::chrono::milliseconds operator-(UnixMs a, UnixMs b)
{
    return std::chrono::milliseconds(a.value - b.value);
}
constexpr UnixMs operator+(UnixMs t, std::chrono::milliseconds d) { return {t.value + d.count()}; }
constexpr std::chrono::nanoseconds operator-(UnixNs a, UnixNs b)
{
    return std::chrono::nanoseconds(a.value - b.value);
}
constexpr UnixMs lossyToMs(UnixNs t) { return {t.value / 1'000'000}; }
constexpr UnixNs toNs(UnixMs t) { return {t.value * 1'000'000}; }

} // namespace flowglass::domain
