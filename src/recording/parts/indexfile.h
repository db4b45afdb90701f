// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/recordingindex.h"

#include <QByteArray>

#include <optional>

namespace flowglass::recording {

// What tells a recording from another one, or from itself grown or changed.
struct RecordingIdentity
{
    qint64 bytes = 0;
    qint64 modifiedMs = 0;
    QByteArray hash; // of its first and last 64 KiB
    bool operator==(const RecordingIdentity&) const = default;
};

std::optional<RecordingIdentity> identityOf(const QString& recording); // empty: cannot be read

// The index that lies beside `recording`, when it is whole and belongs to it as it is now.
std::optional<RecordingIndex> readIndex(const QString& recording, const RecordingIdentity& identity);
// Whole or not at all, readable for the owner only. False: it could not be written.
bool writeIndex(const QString& recording, const RecordingIdentity& identity, const RecordingIndex& index);

} // namespace flowglass::recording
