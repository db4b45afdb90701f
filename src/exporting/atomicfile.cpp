// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace flowglass::exporting {

domain::Error unwritable(const QString& path, const QString& reason)
{
    const QString native = QDir::toNativeSeparators(path);
    return {domain::Error::Code::Unwritable, QStringLiteral("cannot write %1: %2").arg(native, reason),
            QCoreApplication::translate("Exporting", "Cannot write %1: %2").arg(native, reason)};
}

domain::Error unwritable(const QFileDevice& file, const QString& path)
{
    return unwritable(path, file.errorString());
}

bool openForWriting(QFileDevice& file)
{
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool writeAll(QFileDevice& file, const QByteArray& content)
{
    // A disk that fills up takes a part first, without an error; what is left is refused with the reason.
    qint64 done = 0;
    while (done < content.size()) {
        const qint64 count = file.write(content.constData() + done, content.size() - done);
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

domain::Result<bool> checkWritable(const QString& path)
{
    const QFileInfo target(path);
    if (path.isEmpty() || target.isDir())
        return unwritable(path, QCoreApplication::translate("Exporting", "this is not the name of a file"));
    // Replacing a file needs leave to write it too: a read-only one was protected on purpose.
    if (target.exists() && !target.isWritable())
        return unwritable(path, QCoreApplication::translate("Exporting", "the file is write-protected"));
    QTemporaryFile probe(target.absoluteFilePath() + QStringLiteral(".XXXXXX"));
    if (!probe.open())
        return unwritable(probe, path);
    // Some file systems find out that they are full, or not to be written, only when there are bytes.
    if (probe.write("x") != 1 || !probe.flush())
        return unwritable(probe, path);
    return true;
}

domain::Result<bool> writeWhole(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (!openForWriting(file) || !writeAll(file, content) || !file.commit())
        return unwritable(file, path);
    return true;
}

} // namespace flowglass::exporting
