// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/linesink.h"

#include "exporting/atomicfile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <string_view>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace flowglass::exporting {

namespace {

// A pipe that poll() calls writable takes this much at once without blocking (PIPE_BUF on Linux).
constexpr qsizetype kChunk = 4096;
constexpr int kPollMs = 50;

QString systemReason()
{
    return qt_error_string(errno);
}

// Where the last whole line of a file of `size` bytes ends; empty: it cannot be read.
std::optional<off_t> endOfLastLine(int fd, off_t size)
{
    char block[kChunk];
    while (size > 0) {
        const off_t start = std::max<off_t>(size - kChunk, 0);
        const ssize_t count = ::pread(fd, block, std::size_t(size - start), start);
        if (count != size - start)
            return std::nullopt;
        const std::string_view text(block, std::size_t(count));
        if (const std::size_t at = text.rfind('\n'); at != std::string_view::npos)
            return start + off_t(at) + 1;
        size = start;
    }
    return 0;
}

} // namespace

LineSink::LineSink(QString path, std::size_t capacityBytes)
    : m_path(std::move(path)), m_capacity(capacityBytes)
{
}

LineSink::~LineSink()
{
    close(std::chrono::milliseconds(100));
}

std::unique_ptr<LineSink> LineSink::appending(QString path, QByteArray firstLine)
{
    auto sink = std::make_unique<LineSink>(std::move(path));
    sink->m_firstLine = std::move(firstLine);
    return sink;
}

domain::Result<bool> LineSink::open()
{
    if (m_open)
        return true;
    if (m_firstLine) {
        m_open = true;
        m_writer = std::thread([this] { run(); });
        return true;
    }
    const bool toStdout = m_path == QLatin1String("-");
    const int fd = toStdout ? STDOUT_FILENO
                            : ::open(QFile::encodeName(m_path).constData(),
                                     O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0 || ::fcntl(fd, F_GETFD) < 0)
        return unwritable(m_path, systemReason());
    m_fd = fd;
    m_open = true;
    m_writer = std::thread([this] { run(); });
    return true;
}

void LineSink::write(const QByteArray& line)
{
    if (!m_open)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_error || std::size_t(m_pending.size()) + std::size_t(line.size()) + 1 > m_capacity) {
        ++m_lost;
        return;
    }
    m_pending += line;
    m_pending += '\n';
    m_wake.notify_one();
}

domain::Result<bool> LineSink::close(std::chrono::milliseconds patience)
{
    if (std::exchange(m_open, false)) {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
            m_deadline = std::chrono::steady_clock::now() + patience;
            m_wake.notify_one();
        }
        m_writer.join();
        const bool closed = m_fd < 0 || m_fd == STDOUT_FILENO || ::close(m_fd) == 0;
        m_fd = -1;
        if (!closed)
            fail(systemReason());
    }
    const std::lock_guard lock(m_mutex);
    if (!m_error && m_lost > 0)
        m_error =
            unwritable(m_path, QCoreApplication::translate("Exporting", "%n line(s) lost: it took too long",
                                                           nullptr, int(m_lost)));
    if (m_error)
        return *m_error;
    return true;
}

std::optional<domain::Error> LineSink::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

std::uint64_t LineSink::linesLost() const
{
    const std::lock_guard lock(m_mutex);
    return m_lost;
}

void LineSink::run()
{
    // A reader that went away is an error value here, not the end of the program.
    sigset_t pipeSignal;
    sigemptyset(&pipeSignal);
    sigaddset(&pipeSignal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipeSignal, nullptr);

    if (m_firstLine && !openToAppend())
        fail(systemReason());
    std::unique_lock lock(m_mutex);
    while (!m_error) {
        m_wake.wait(lock, [this] { return m_closing || !m_pending.isEmpty(); });
        if (m_pending.isEmpty())
            return;
        const QByteArray batch = std::exchange(m_pending, {});
        lock.unlock();
        const bool complete = writeOut(batch);
        lock.lock();
        if (!complete)
            m_lost += std::uint64_t(m_pending.count('\n'));
    }
}

bool LineSink::openToAppend()
{
    m_fd = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    const off_t end = m_fd < 0 ? -1 : ::lseek(m_fd, 0, SEEK_END);
    if (end < 0)
        return false;
    const std::optional<off_t> whole = endOfLastLine(m_fd, end);
    if (!whole || (*whole < end && ::ftruncate(m_fd, *whole) != 0))
        return false;
    m_wholeLines = *whole;
    const std::lock_guard lock(m_mutex);
    if (m_wholeLines == 0)
        m_pending.prepend(*m_firstLine + '\n');
    return true;
}

bool LineSink::writeOut(const QByteArray& batch)
{
    qsizetype done = 0;
    while (done < batch.size()) {
        const std::optional<bool> ready = writable();
        if (!ready) {
            giveUp(batch, done, QCoreApplication::translate("Exporting", "nobody reads it"));
            return false;
        }
        if (!*ready)
            continue;
        const auto wanted = std::size_t(std::min(kChunk, batch.size() - done));
        const ssize_t count = ::write(m_fd, batch.constData() + done, wanted);
        if (count >= 0) {
            done += count;
        } else if (errno != EINTR && errno != EAGAIN) {
            giveUp(batch, done, systemReason());
            return false;
        }
    }
    m_wholeLines += batch.size();
    return true;
}

void LineSink::giveUp(const QByteArray& batch, qsizetype done, const QString& reason)
{
    fail(reason);
    const qsizetype whole = done == 0 ? 0 : batch.lastIndexOf('\n', done - 1) + 1;
    // Only a file of our own can be cut back. If even that fails, the error stands already.
    if (m_fd != STDOUT_FILENO)
        static_cast<void>(::ftruncate(m_fd, m_wholeLines + whole) == 0);
    const std::lock_guard lock(m_mutex);
    m_lost += std::uint64_t(batch.sliced(whole).count('\n'));
}

// True: there is room; false: not yet; empty: closing, and the patience with the reader of stdout is over.
std::optional<bool> LineSink::writable()
{
    pollfd target{m_fd, POLLOUT, 0};
    const bool room = ::poll(&target, 1, kPollMs) > 0;
    const std::lock_guard lock(m_mutex);
    const bool over = m_closing && std::chrono::steady_clock::now() >= m_deadline;
    if (over && (!room || m_fd == STDOUT_FILENO))
        return std::nullopt;
    return room;
}

void LineSink::fail(const QString& reason)
{
    const std::lock_guard lock(m_mutex);
    if (!m_error)
        m_error = unwritable(m_path, reason);
}

} // namespace flowglass::exporting
