// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "recording/entry.h"
#include "recording/recordingheader.h"

#include <functional>
#include <memory>
#include <vector>

namespace flowglass::recording {

// A part of the input that could not be read. Offsets are of the file as it lies on the disk.
struct Loss
{
    qint64 offset = 0;
    qint64 bytes = 0;
    QString reason; // for the person
    bool operator==(const Loss&) const = default;
};

// Told from time to time while something long is done, from the thread that does it; false: give up.
using Progress = std::function<bool(qint64 done, qint64 total)>;

// Where replay takes its entries from, in order of time: a recording or an imported flat file. Blocking;
// used by one worker thread at a time.
class FrameSource
{
public:
    FrameSource() = default;
    FrameSource(const FrameSource&) = delete;
    FrameSource& operator=(const FrameSource&) = delete;
    virtual ~FrameSource() = default;

    virtual const RecordingHeader& header() const = 0;
    // Appends the next entries, some 64 to 512 KiB of text; none when there is a long stretch without any, so
    // that who reads can give up. False: none, and that is the end. An Error (Unreadable; names file, line or
    // offset, and reason) only when the input as a whole is of no use: what a recording lost is losses(), and
    // stands in the stream as a gap event.
    virtual domain::Result<bool> read(std::vector<Entry>& out) = 0;
    virtual std::vector<Loss> losses() const = 0; // so far
    virtual domain::UnixNs last() const { return {}; } // time of the last entry; 0: not known beforehand
    virtual qint64 done() const = 0;              // of total(), for a progress bar
    virtual qint64 total() const = 0;
};

} // namespace flowglass::recording
