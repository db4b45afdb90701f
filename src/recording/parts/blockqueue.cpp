// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/parts/blockqueue.h"

namespace flowglass::recording {

bool BlockQueue::push(TextBlock block)
{
    const std::size_t bytes = std::size_t(block.text.size());
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return true;
        if (m_bytes + bytes > m_capacity)
            return false;
        m_bytes += bytes;
        m_blocks.push_back(std::move(block));
    }
    m_changed.notify_one();
    return true;
}

void BlockQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_one();
}

void BlockQueue::abandon()
{
    std::deque<TextBlock> dropped;
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_bytes = 0;
    dropped.swap(m_blocks);
}

std::optional<TextBlock> BlockQueue::pop()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || !m_blocks.empty(); });
    if (m_blocks.empty())
        return std::nullopt;
    TextBlock block = std::move(m_blocks.front());
    m_blocks.pop_front();
    m_bytes -= std::size_t(block.text.size());
    return block;
}

} // namespace flowglass::recording
