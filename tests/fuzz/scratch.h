// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz/fuzz.h"

#include <QFile>
#include <QTemporaryDir>

namespace flowglass::fuzz {

// One file, written over again and again; in memory where the system has a folder that is.
class Scratch
{
public:
    explicit Scratch(const QString& name)
        : m_folder(QFile::exists(shared()) ? shared() + QStringLiteral("/flowglass-fuzz-XXXXXX") : QString())
        , m_path(m_folder.filePath(name))
    {
    }
    const QString& path() const { return m_path; }
    bool write(Input input)
    {
        QFile file(m_path);
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
               && file.write(bytesOf(input)) == qint64(input.size());
    }

private:
    static QString shared() { return QStringLiteral("/dev/shm"); }
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace flowglass::fuzz
