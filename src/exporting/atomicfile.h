// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QString>

class QFileDevice;

namespace flowglass::exporting {

// Whether a file can be made at `path`: creates and removes a temporary file beside it, and touches nothing
// else. For the check at the start of a run whose output is written at its end.
domain::Result<bool> checkWritable(const QString& path);

// Replaces `path` by `content` as a whole, or leaves it as it was.
domain::Result<bool> writeWhole(const QString& path, const QByteArray& content);

// Opens for writing, without a buffer: so that writeAll() learns the system's reason when a write fails.
bool openForWriting(QFileDevice& file);
bool writeAll(QFileDevice& file, const QByteArray& content);

// Unwritable, naming the path and the reason the system gave.
domain::Error unwritable(const QString& path, const QString& reason);
domain::Error unwritable(const QFileDevice& file, const QString& path);

} // namespace flowglass::exporting
