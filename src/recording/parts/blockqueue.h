// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace flowglass::recording {

// Whole lines on their way to the disk.
struct TextBlock
{
    QByteArray text;
    domain::UnixNs begins; // time of its first entry
    std::int32_t day = 0;  // of the file it belongs to, counted up; 0 when files are not kept by day
    std::chrono::nanoseconds handedOver{0}; // steady clock
};

// Between the thread that records and the one that writes, oldest first. push() never waits: over the
// capacity (bytes of text) the block is not taken. Callable from any thread.
class BlockQueue
{
public:
    explicit BlockQueue(std::size_t capacityBytes) : m_capacity(capacityBytes) {}

    bool push(TextBlock block);     // false: full; what comes after close() is let go
    void close();                   // what was taken can still be popped
    void abandon();                 // close, and let go of what was taken
    std::optional<TextBlock> pop(); // waits; empty: closed, and nothing is left

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<TextBlock> m_blocks;
    std::size_t m_bytes = 0;
    std::size_t m_capacity;
    bool m_closed = false;
};

} // namespace flowglass::recording
