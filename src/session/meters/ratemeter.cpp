// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/meters/ratemeter.h"

namespace flowglass::session {

void RateMeter::add(std::uint64_t events, std::chrono::nanoseconds now)
{
    const std::int64_t number = now / kBucket;
    Bucket& bucket = m_buckets[std::size_t(number) % kBuckets];
    if (bucket.number != number)
        bucket = {number, 0};
    bucket.events += events;
}

double RateMeter::perSecond(std::chrono::nanoseconds now) const
{
    const std::int64_t current = now / kBucket;
    std::uint64_t events = 0;
    for (const Bucket& bucket : m_buckets) {
        if (bucket.number < current && bucket.number > current - std::int64_t(kBuckets))
            events += bucket.events;
    }
    const std::chrono::duration<double> span = kBucket * int(kBuckets - 1);
    return double(events) / span.count();
}

} // namespace flowglass::session
