// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/framesource.h"

#include <QString>

namespace flowglass::recording {

// Reads a `.fgr` whatever happened to it: a torn tail ends it, damage in the middle is passed over to the next
// zstd frame that can be read. Every loss is in losses() and stands in the stream as a gap event. Files of
// other writers (one big zstd frame, lines across frames) are read too. Blocking; worker thread.
class RecordingReader : public FrameSource
{
public:
    // Unreadable: not there, not a recording, or nothing of it can be read; names the file and the reason.
    static domain::Result<std::unique_ptr<RecordingReader>> open(const QString& path);
    ~RecordingReader() override;

    const RecordingHeader& header() const override;
    domain::Result<bool> read(std::vector<Entry>& out) override;
    std::vector<Loss> losses() const override;
    qint64 done() const override;  // bytes of the file
    qint64 total() const override;
    // Goes on at a block of the index; lines before it are not read.
    domain::Result<bool> seek(qint64 offset);

private:
    RecordingReader();
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace flowglass::recording
