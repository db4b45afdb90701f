// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

#include <QDir>
#include <QStandardPaths>

namespace flowglass::settings {

inline constexpr int kMaxRetentionDays = 3'650;
inline constexpr int kMinFileMegabytes = 10;
inline constexpr int kMaxFileMegabytes = 100'000;
inline constexpr int kMaxCapGigabytes = 100'000;

// What is written to the disk beside the settings: recordings, and the journal of flagged trades.
struct RecordingSettings
{
    explicit RecordingSettings(SettingsStore& store)
        : folder(store, QStringLiteral("recording/folder"), QString(), isFolder)
        , alwaysOn(store, QStringLiteral("recording/alwaysOn"), false)
        , retentionDays(store, QStringLiteral("recording/retentionDays"), 0, within(0, kMaxRetentionDays))
        , fileMegabytes(store, QStringLiteral("recording/fileMegabytes"), 500,
                        within(kMinFileMegabytes, kMaxFileMegabytes))
        , capGigabytes(store, QStringLiteral("recording/capGigabytes"), 50, within(0, kMaxCapGigabytes))
        , journal(store, QStringLiteral("recording/journal"), false)
        , journalFolder(store, QStringLiteral("recording/journalFolder"), QString(), isFolder)
        , imported(store, QStringLiteral("recording/imported"), QString())
        , sessionsHeader(store, QStringLiteral("recording/sessionsHeader"), QByteArray())
        , compareHeader(store, QStringLiteral("recording/compareHeader"), QByteArray())
    {
    }
    Setting<QString> folder;    // of recordings, absolute; empty: none chosen
    Setting<bool> alwaysOn;     // record whenever there is a feed
    Setting<int> retentionDays; // older recordings are deleted; 0: never
    Setting<int> fileMegabytes; // begin another file over this size
    Setting<int> capGigabytes;  // of all recordings in the folder together; 0: none
    Setting<bool> journal;      // append flagged trades to a CSV file of the day while running
    Setting<QString> journalFolder;
    Setting<QString> imported; // files from elsewhere that the list of sessions shows, a line each
    Setting<QByteArray> sessionsHeader; // QHeaderView::saveState(); empty: as designed
    Setting<QByteArray> compareHeader;

    // The folder chosen, else a place among the user's documents.
    QString folderInUse() const { return inUse(folder, QStringLiteral("recordings")); }
    QString journalFolderInUse() const { return inUse(journalFolder, QStringLiteral("journal")); }

private:
    static bool isFolder(const QString& path) { return path.isEmpty() || QDir::isAbsolutePath(path); }
    static QString inUse(const Setting<QString>& chosen, const QString& name)
    {
        const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        return chosen.value().isEmpty() ? documents.filePath(QStringLiteral("Flowglass/") + name) : chosen.value();
    }
};

} // namespace flowglass::settings
