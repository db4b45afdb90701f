// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace flowglass::recording {

domain::Error unwritable(const QString& path, const QString& reason); // names both

// A file that only grows, and only by whole blocks. Readable for its owner. One thread.
class RecordingFile
{
public:
    // Error: Unwritable; also when something is there already.
    static domain::Result<std::unique_ptr<RecordingFile>> create(const QString& path);
    ~RecordingFile();
    RecordingFile(const RecordingFile&) = delete;
    RecordingFile& operator=(const RecordingFile&) = delete;

    // All of it or nothing: what a failing disk took of the block is cut off again.
    std::optional<domain::Error> append(const QByteArray& block);
    std::optional<domain::Error> close(); // some file systems tell only here that they did not write

    const QString& path() const { return m_path; }
    qint64 bytes() const { return m_bytes; }
    qint64 freeBytes() const; // of its disk, for this user; -1: not known

private:
    RecordingFile(QString path, int descriptor);

    QString m_path;
    int m_descriptor;
    qint64 m_bytes = 0;
};

} // namespace flowglass::recording
