// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QString>

#include <chrono>
#include <cstddef>
#include <vector>

namespace flowglass::feed {

// Frames waiting to be decoded, oldest first. Never drops one: push() tells when the capacity is
// reached and the caller drains at once. Sizes in bytes of text held (UTF-16). One thread.
class FrameBacklog
{
public:
    struct Frame
    {
        QString text;
        std::chrono::nanoseconds received{0}; // steady clock
        domain::UnixNs receipt;               // the same moment by the wall clock
    };
    static constexpr std::size_t kDefaultCapacity = std::size_t(64) << 20;

    explicit FrameBacklog(std::size_t capacityBytes = kDefaultCapacity);

    // True while the backlog stays below its capacity.
    bool push(QString frame, std::chrono::nanoseconds receivedSteady, domain::UnixNs receipt);
    Frame take(); // not when empty

    bool isEmpty() const { return m_count == 0; }
    std::size_t size() const { return m_count; }  // frames
    std::size_t bytes() const { return m_bytes; }
    std::size_t peak() const { return m_peak; }   // most frames ever
    std::chrono::nanoseconds oldest() const;      // receive time of the oldest; not when empty

private:
    void grow();

    // A ring, so that the steady state allocates nothing but the frames themselves.
    std::vector<Frame> m_ring;
    std::size_t m_head = 0;
    std::size_t m_count = 0;
    std::size_t m_bytes = 0;
    std::size_t m_peak = 0;
    std::size_t m_capacity;
};

} // namespace flowglass::feed
