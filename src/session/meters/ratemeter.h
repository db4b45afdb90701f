// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace flowglass::session {

// Events per second over the last few seconds of the steady clock, in fixed memory: a ring of buckets.
class RateMeter
{
public:
    void add(std::uint64_t events, std::chrono::nanoseconds now);
    double perSecond(std::chrono::nanoseconds now) const; // the bucket that is still filling is left out

private:
    static constexpr std::chrono::milliseconds kBucket{250};
    static constexpr std::size_t kBuckets = 9; // two seconds and the one that is filling
    struct Bucket
    {
        std::int64_t number = -1; // of the clock, in kBucket
        std::uint64_t events = 0;
    };
    std::array<Bucket, kBuckets> m_buckets{};
};

} // namespace flowglass::session
