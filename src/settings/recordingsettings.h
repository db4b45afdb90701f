// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

namespace flowglass::settings {

inline constexpr int kMaxRetentionDays = 3'650;
inline constexpr int kMinFileMegabytes = 10;
inline constexpr int kMaxFileMegabytes = 100'000;
inline constexpr int kMaxCapGigabytes = 100'000;

// What is written to the disk beside the settings: recordings, and the journal of flagged trades.
struct RecordingSettings
{
    explicit RecordingSettings(SettingsStore& store);
    QString folderInUse() const;        // the one set, else a place among the user's documents
    QString journalFolderInUse() const; // the same for the journal

    Setting<QString> folder; // of recordings, absolute; empty: none chosen
    Setting<bool> alwaysOn;  // record whenever there is a feed
    Setting<int> retentionDays; // older recordings are deleted; 0: never
    Setting<int> fileMegabytes; // begin another file over this size
    Setting<int> capGigabytes;  // of all recordings in the folder together; 0: none
    Setting<bool> journal;      // append flagged trades to a CSV file of the day while running
    Setting<QString> journalFolder;
    Setting<QByteArray> sessionsHeader; // QHeaderView::saveState(); empty: as designed
    Setting<QByteArray> compareHeader;
};

} // namespace flowglass::settings
