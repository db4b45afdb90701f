// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"
#include "recording/entry.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <vector>

namespace flowglass::session {

// The last minute of raw frames and events, kept in memory for a report of what just happened. Older ones go
// when the time or the memory is used up; what was learnt on earlier days is left out; frames share their text with the feed, so keeping one copies nothing.
class FlightLog
{
public:
    static constexpr std::chrono::seconds kSpan{60};
    static constexpr std::size_t kCapacityBytes = std::size_t(32) << 20;

    explicit FlightLog(std::size_t capacityBytes = kCapacityBytes) : m_capacity(capacityBytes) {}

    void add(recording::Entry entry);
    // Those within half of `span` of `middle`; as many as are still kept.
    std::vector<recording::Entry> around(domain::UnixNs middle, std::chrono::nanoseconds span) const;
    std::size_t size() const { return m_entries.size(); }
    domain::UnixNs newest() const; // 0 when empty

private:
    std::deque<recording::Entry> m_entries;
    std::size_t m_bytes = 0;
    std::size_t m_capacity;
};

} // namespace flowglass::session
