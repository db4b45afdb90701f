// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/recordingsettings.h"

#include <QDir>
#include <QStandardPaths>

namespace flowglass::settings {

namespace {

bool isFolder(const QString& path) { return path.isEmpty() || QDir::isAbsolutePath(path); }

QString amongDocuments(const QString& chosen, const char* name)
{
    if (!chosen.isEmpty())
        return chosen;
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return documents.filePath(QStringLiteral("Flowglass/") + QLatin1String(name));
}

} // namespace

RecordingSettings::RecordingSettings(SettingsStore& store)
    : folder(store, QStringLiteral("recording/folder"), QString(), isFolder)
    , alwaysOn(store, QStringLiteral("recording/alwaysOn"), false)
    , retentionDays(store, QStringLiteral("recording/retentionDays"), 0, within(0, kMaxRetentionDays))
    , fileMegabytes(store, QStringLiteral("recording/fileMegabytes"), 500,
                    within(kMinFileMegabytes, kMaxFileMegabytes))
    , capGigabytes(store, QStringLiteral("recording/capGigabytes"), 50, within(0, kMaxCapGigabytes))
    , journal(store, QStringLiteral("recording/journal"), false)
    , journalFolder(store, QStringLiteral("recording/journalFolder"), QString(), isFolder)
    , sessionsHeader(store, QStringLiteral("recording/sessionsHeader"), QByteArray())
    , compareHeader(store, QStringLiteral("recording/compareHeader"), QByteArray())
{
}

QString RecordingSettings::folderInUse() const { return amongDocuments(folder.value(), "recordings"); }

QString RecordingSettings::journalFolderInUse() const { return amongDocuments(journalFolder.value(), "journal"); }

} // namespace flowglass::settings
