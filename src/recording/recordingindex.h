// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/feedstatus.h"
#include "recording/framesource.h"

#include <QString>

#include <vector>

namespace flowglass::recording {

// What a recording holds, block by block: for its timeline, for the browser, for reading a part of it. Built
// by reading it through once and kept beside it as NAME.fgr.idx; made anew when that is missing, damaged, of
// another version, or does not belong to the file as it is now (size, time, and a hash of its first and last 64 KiB).
struct RecordingIndex
{
    struct Block
    {
        qint64 offset = 0; // of its zstd frame in the file
        domain::UnixNs first; // receive times of its entries
        domain::UnixNs last;
        quint32 frames = 0;
        quint32 trades = 0; // events of kind T, counted by text: an estimate when a frame is malformed
        bool operator==(const Block&) const = default;
    };
    std::vector<Block> blocks; // in order of the file; those without entries are left out
    std::vector<domain::FeedGap> gaps; // recorded ones, and lost parts
    std::vector<Loss> losses;

    domain::UnixNs first() const; // 0 when empty
    domain::UnixNs last() const;
    quint64 frames() const;
    quint64 trades() const;
    // The last block that begins at or before `time`; the first one when none does. Not when empty.
    const Block& blockAt(domain::UnixNs time) const;
    bool operator==(const RecordingIndex&) const = default;
};

QString indexPath(const QString& recording); // "NAME.fgr.idx"
// From beside the file, else built and kept there when that is possible (a read-only folder is no error).
// Blocking; worker thread. Error: Unreadable or Cancelled.
domain::Result<RecordingIndex> loadIndex(const QString& recording, const Progress& progress);

} // namespace flowglass::recording
