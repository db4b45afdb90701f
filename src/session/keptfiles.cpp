// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keptfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace flowglass::session {

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

void makeFolderOf(const QString& path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
}

void keepAside(const QString& path)
{
    const QString aside = path + QStringLiteral(".corrupt");
    QFile::remove(aside);
    QFile::rename(path, aside);
}

} // namespace flowglass::session
