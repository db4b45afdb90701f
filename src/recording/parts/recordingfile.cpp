// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/parts/recordingfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace flowglass::recording {

domain::Error unwritable(const QString& path, const QString& reason)
{
    const QString native = QDir::toNativeSeparators(path);
    return {domain::Error::Code::Unwritable, QStringLiteral("cannot write %1: %2").arg(native, reason),
            QCoreApplication::translate("flowglass::recording", "Cannot write %1: %2").arg(native, reason)};
}

RecordingFile::RecordingFile(QString path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor)
{
}

domain::Result<std::unique_ptr<RecordingFile>> RecordingFile::create(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return unwritable(path, qt_error_string(errno));
    return std::unique_ptr<RecordingFile>(new RecordingFile(path, descriptor));
}

RecordingFile::~RecordingFile()
{
    close();
}

std::optional<domain::Error> RecordingFile::append(const QByteArray& block)
{
    qsizetype done = 0;
    while (done < block.size()) {
        const ssize_t count =
            ::write(m_descriptor, block.constData() + done, std::size_t(block.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            const domain::Error error = unwritable(m_path, qt_error_string(errno));
            // Where even this fails the reader passes over the torn block.
            if (::ftruncate(m_descriptor, m_bytes) == 0)
                ::lseek(m_descriptor, m_bytes, SEEK_SET);
            return error;
        }
        done += count;
    }
    m_bytes += done;
    return std::nullopt;
}

std::optional<domain::Error> RecordingFile::close()
{
    const int descriptor = std::exchange(m_descriptor, -1);
    if (descriptor >= 0 && ::close(descriptor) != 0 && errno != EINTR)
        return unwritable(m_path, qt_error_string(errno));
    return std::nullopt;
}

qint64 RecordingFile::freeBytes() const
{
    struct statvfs disk
    {
    };
    if (::fstatvfs(m_descriptor, &disk) != 0)
        return -1;
    return qint64(disk.f_bavail) * qint64(disk.f_frsize);
}

} // namespace flowglass::recording
