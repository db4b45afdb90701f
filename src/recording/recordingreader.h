// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/framesource.h"

#include <QIODevice>
#include <QString>

namespace flowglass::recording {

class LineReader;

// Reads a `.fgr` whatever happened to it: a torn tail ends it, damage in the middle is passed over to the next
// zstd frame that can be read. Every loss is in losses(); one that has an entry behind it stands in the stream
// as a gap event too. Files of other writers (one big zstd frame, lines across frames) are read as well; only
// what they checksummed can be told from what damage made of it. Blocking; worker thread.
class RecordingReader final : public FrameSource
{
public:
    // Unreadable: not there, not a recording, or nothing of it can be read; names the file and the reason.
    static domain::Result<std::unique_ptr<RecordingReader>> open(const QString& path);
    // The same from an open device of random access; `name` is for the errors.
    static domain::Result<std::unique_ptr<RecordingReader>> open(std::unique_ptr<QIODevice> device,
                                                                 const QString& name);
    ~RecordingReader() override;

    const RecordingHeader& header() const override;
    domain::Result<bool> read(std::vector<Entry>& out) override;
    std::vector<Loss> losses() const override;
    qint64 done() const override;  // bytes of the file
    qint64 total() const override;
    // Goes on at a block of the index; lines before it are not read. Unreadable: no place in this file.
    domain::Result<bool> seek(qint64 offset);

private:
    explicit RecordingReader(std::unique_ptr<LineReader> lines);

    std::unique_ptr<LineReader> m_lines;
};

} // namespace flowglass::recording
