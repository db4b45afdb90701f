// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/replay/readahead.h"

#include <utility>

namespace flowglass::session {

namespace {

std::size_t bytesOf(const std::vector<recording::Entry>& entries)
{
    std::size_t bytes = 0;
    for (const recording::Entry& entry : entries) {
        const auto* frame = std::get_if<recording::FrameEntry>(&entry);
        bytes += sizeof(recording::Entry) + (frame ? std::size_t(frame->text.size()) * sizeof(QChar) : 0);
    }
    return bytes;
}

} // namespace

ReadAhead::ReadAhead(OpenSource open, std::size_t capacityBytes, QObject* parent)
    : QObject(parent), m_open(std::move(open)), m_capacity(capacityBytes)
{
}

ReadAhead::~ReadAhead()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_room.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void ReadAhead::start()
{
    Q_ASSERT(!m_thread.joinable());
    m_thread = std::thread(&ReadAhead::run, this);
}

ReadAhead::Taken ReadAhead::take(std::vector<recording::Entry>& block)
{
    block.clear();
    const std::lock_guard lock(m_mutex);
    if (m_blocks.empty()) {
        if (m_failed)
            return Taken::Failed;
        m_hungry = !m_done;
        return m_done ? Taken::Ended : Taken::Empty;
    }
    block.swap(m_blocks.front().entries);
    m_bytes -= m_blocks.front().bytes;
    m_blocks.pop_front();
    m_room.notify_one();
    return Taken::Block;
}

std::vector<recording::Loss> ReadAhead::losses() const
{
    const std::lock_guard lock(m_mutex);
    return m_losses;
}

void ReadAhead::run()
{
    const recording::Progress progress = [this](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this, [this, done, total] { Q_EMIT progressed(done, total); }, Qt::QueuedConnection);
        const std::lock_guard lock(m_mutex);
        return !m_stop;
    };
    const domain::Result<std::unique_ptr<recording::FrameSource>> source = m_open(progress);
    if (!source)
        return finish(source.error());
    const recording::RecordingHeader header = source.value()->header();
    QMetaObject::invokeMethod(
        this, [this, header, last = source.value()->last()] { Q_EMIT opened(header, last); }, Qt::QueuedConnection);
    readAll(*source.value());
}

void ReadAhead::readAll(recording::FrameSource& source)
{
    for (;;) {
        std::vector<recording::Entry> entries;
        const domain::Result<bool> more = source.read(entries);
        if (!more)
            return finish(more.error());
        if (!entries.empty() && !push(std::move(entries), source.losses()))
            return;
        if (!*more)
            break;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_losses = source.losses();
    }
    finish(std::nullopt);
}

bool ReadAhead::push(std::vector<recording::Entry> entries, std::vector<recording::Loss> losses)
{
    const std::size_t bytes = bytesOf(entries);
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return m_stop || m_bytes < m_capacity; });
    if (m_stop)
        return false;
    m_blocks.push_back({std::move(entries), bytes});
    m_bytes += bytes;
    m_losses = std::move(losses);
    if (std::exchange(m_hungry, false))
        announce();
    return true;
}

void ReadAhead::finish(std::optional<domain::Error> error)
{
    const std::lock_guard lock(m_mutex);
    m_done = true;
    m_failed = error.has_value();
    if (error) {
        QMetaObject::invokeMethod(
            this, [this, problem = *error] { Q_EMIT failed(problem); }, Qt::QueuedConnection);
    }
    if (std::exchange(m_hungry, false))
        announce();
}

void ReadAhead::announce()
{
    QMetaObject::invokeMethod(this, &ReadAhead::available, Qt::QueuedConnection);
}

} // namespace flowglass::session
