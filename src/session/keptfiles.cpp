// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keptfiles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace flowglass::session {

namespace {

QString asideOf(const QString& path)
{
    return path + QStringLiteral(".corrupt");
}

} // namespace

QString baselinePath(const QString& settingsFile)
{
    return QFileInfo(settingsFile).absolutePath() + QStringLiteral("/baselines.fgb");
}

QString openInterestPath(const QString& settingsFile)
{
    return QFileInfo(settingsFile).absolutePath() + QStringLiteral("/openinterest.txt");
}

domain::Result<QByteArray> readKept(const QString& path)
{
    constexpr qint64 kMost = qint64(256) << 20;
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost) {
        return domain::Error{domain::Error::Code::Unreadable, path,
                             QCoreApplication::translate("Baselines", "%1 cannot be read.").arg(path)};
    }
    return file.readAll();
}

domain::UnixMs changedAt(const QString& path)
{
    const QDateTime time = QFileInfo(path).lastModified();
    return {time.isValid() ? time.toMSecsSinceEpoch() : 0};
}

void makeFolderOf(const QString& path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
}

bool keepAside(const QString& path)
{
    QFile::remove(asideOf(path));
    return QFile::rename(path, asideOf(path));
}

bool copyAside(const QString& path)
{
    QFile::remove(asideOf(path));
    return QFile::copy(path, asideOf(path));
}

} // namespace flowglass::session
