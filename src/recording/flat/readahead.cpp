// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/readahead.h"

namespace flowglass::recording::flat {

namespace {

constexpr std::size_t kBlocks = 4;

} // namespace

ReadAhead::ReadAhead(std::unique_ptr<TextInput> input) : m_input(std::move(input)), m_empty(kBlocks)
{
    m_thread = std::thread([this] { run(); });
}

ReadAhead::~ReadAhead()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void ReadAhead::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ended) {
        m_changed.wait(lock, [this] { return m_stop || !m_empty.empty(); });
        if (m_stop)
            return;
        TextBlock block = std::move(m_empty.front());
        m_empty.pop_front();
        lock.unlock();
        const domain::Result<bool> more = m_input->read(block);
        lock.lock();
        if (!more)
            m_error = more.error();
        m_ended = !more || !*more;
        if (!m_ended)
            m_full.push_back(std::move(block));
        m_changed.notify_all();
    }
}

domain::Result<bool> ReadAhead::read(TextBlock& block)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ended || !m_full.empty(); });
    if (m_full.empty()) {
        if (m_error)
            return *m_error;
        return false;
    }
    std::swap(block, m_full.front());
    m_empty.push_back(std::move(m_full.front()));
    m_full.pop_front();
    m_changed.notify_all();
    return true;
}

} // namespace flowglass::recording::flat
