// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace flowglass::app {

QString defaultLogPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
           + QStringLiteral("/log/flowglass.log");
}

LogFile::LogFile(QString path, Failed failed) : m_path(std::move(path)), m_failed(std::move(failed))
{
    m_thread = std::thread([this] { run(); });
}

LogFile::~LogFile()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
    close();
}

void LogFile::write(const QByteArray& line)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_broken)
            return;
        if (m_waiting.size() + line.size() > kMostWaiting) {
            ++m_dropped;
            return;
        }
        m_waiting += line;
        if (m_dropped > 0)
            m_waiting += " (" + QByteArray::number(std::exchange(m_dropped, 0)) + " lines dropped before)";
        m_waiting += '\n';
    }
    m_wake.notify_one();
}

void LogFile::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_ending || !m_waiting.isEmpty(); });
        if (m_waiting.isEmpty())
            return;
        const QByteArray text = std::exchange(m_waiting, {});
        lock.unlock();
        errno = 0;
        const bool written = writeOut(text);
        const QString reason = qt_error_string(errno);
        lock.lock();
        if (written)
            continue;
        m_broken = true;
        lock.unlock();
        m_failed(reason);
        return;
    }
}

// In pieces of whole lines, so that no file grows far beyond its size.
bool LogFile::writeOut(const QByteArray& text)
{
    constexpr qsizetype kPiece = qsizetype(64) << 10;
    for (qsizetype at = 0; at < text.size();) {
        if (!open() || (isFull() && !rotate()))
            return false;
        const qsizetype wanted = std::min(text.size(), at + kPiece) - 1;
        const qsizetype end = std::max(text.lastIndexOf('\n', wanted), text.indexOf('\n', at)) + 1;
        while (at < end) {
            const ssize_t count = ::write(m_fd, text.constData() + at, std::size_t(end - at));
            if (count < 0 && errno != EINTR)
                return false;
            at += std::max<ssize_t>(count, 0);
        }
    }
    return true;
}

bool LogFile::open()
{
    if (m_fd >= 0)
        return true;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_fd = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
                  S_IRUSR | S_IWUSR);
    return m_fd >= 0;
}

void LogFile::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

bool LogFile::isFull() const
{
    struct stat info = {};
    return ::fstat(m_fd, &info) == 0 && info.st_size >= kFileBytes;
}

bool LogFile::rotate()
{
    struct stat mine = {};
    struct stat named = {};
    const bool isMine = ::fstat(m_fd, &mine) == 0
                        && ::stat(QFile::encodeName(m_path).constData(), &named) == 0
                        && mine.st_ino == named.st_ino && mine.st_dev == named.st_dev;
    close();
    if (!isMine) // another copy of the program was quicker
        return open();
    const auto numbered = [this](int number) {
        return QFile::encodeName(number == 0 ? m_path : m_path + QLatin1Char('.') + QString::number(number));
    };
    for (int number = kFiles - 2; number >= 0; --number) // rename() replaces the oldest
        ::rename(numbered(number).constData(), numbered(number + 1).constData());
    return open();
}

} // namespace flowglass::app
