// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/replay/catalogue.h"

#include "domain/time/markettime.h"
#include "recording/recordingindex.h"
#include "recording/recordingreader.h"
#include "session/replay/opensource.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace flowglass::session {

namespace {

const QString kPrefix = QStringLiteral("flowglass-");
const QString kSuffix = QStringLiteral(".fgr");

QStringList companions(const QString& path)
{
    return {recording::indexPath(path), factsPath(path)};
}

} // namespace

CataloguedSession describeSession(const QString& path)
{
    CataloguedSession session;
    session.path = path;
    session.bytes = QFileInfo(path).size();
    session.facts = loadFacts(path);
    if (!isRecording(path)) {
        session.header.source = QFileInfo(path).fileName();
        session.header.feed = QStringLiteral("flatfile");
        return session;
    }
    const auto reader = recording::RecordingReader::open(path);
    if (reader)
        session.header = reader.value()->header();
    else
        session.problem = reader.error().text;
    return session;
}

std::vector<CataloguedSession> listSessions(const QString& folder, const QStringList& more)
{
    std::vector<CataloguedSession> sessions;
    const QDir directory(folder);
    const QStringList names = folder.isEmpty()
                                  ? QStringList()
                                  : directory.entryList({QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        sessions.push_back(describeSession(directory.absoluteFilePath(name)));
    for (const QString& path : more)
        if (QFileInfo(path).isFile() && QFileInfo(path).absoluteDir() != directory)
            sessions.push_back(describeSession(path));
    return sessions;
}

domain::Result<bool> removeSession(const QString& path)
{
    if (!QFile::remove(path)) {
        return domain::Error{
            domain::Error::Code::Unwritable, path,
            QCoreApplication::translate("Catalogue", "%1 could not be deleted.").arg(QDir::toNativeSeparators(path))};
    }
    for (const QString& companion : companions(path))
        QFile::remove(companion);
    return true;
}

int removeSessionsBefore(const QString& folder, domain::UnixMs limit)
{
    int removed = 0;
    const QDateTime before = QDateTime::fromMSecsSinceEpoch(limit.value);
    for (const QFileInfo& file : QDir(folder).entryInfoList({kPrefix + QLatin1Char('*') + kSuffix}, QDir::Files))
        if (file.lastModified() < before && removeSession(file.absoluteFilePath()))
            ++removed;
    return removed;
}

QString newestSession(const QString& folder)
{
    const QFileInfoList files =
        QDir(folder).entryInfoList({QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Time);
    return files.isEmpty() ? QString() : files.first().absoluteFilePath();
}

qint64 recordedBytes(const QString& folder)
{
    qint64 bytes = 0;
    for (const QFileInfo& file : QDir(folder).entryInfoList({QLatin1Char('*') + kSuffix}, QDir::Files))
        bytes += file.size();
    return bytes;
}

QString recordingName(const QString& feed, domain::UnixMs now)
{
    QString time = domain::ZoneTime::newYork().isoText(now).left(19); // 2026-11-20T09:30:00
    time.remove(QLatin1Char('-')).remove(QLatin1Char(':')).replace(QLatin1Char('T'), QLatin1Char('-'));
    const QString kind = feed == QLatin1String("demo") ? QStringLiteral("demo-") : QString();
    return kPrefix + kind + time + kSuffix;
}

} // namespace flowglass::session
