// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statustexts.h"

namespace flowglass::models {

// How a recording goes. A value.
struct RecordingFigures
{
    enum class Phase { Idle, Recording, LowDisk, Stopping, Failed };

    Phase phase = Phase::Idle;
    std::chrono::seconds elapsed{0};
    qint64 bytes = 0;      // on disk
    qint64 freeBytes = -1; // of the disk; -1: not known
    QString path;
    QString error; // of Failed, for the person
};

// "REC 00:12:34 · 18 MB"; empty when idle.
StatusText recordingText(const RecordingFigures& figures);

} // namespace flowglass::models
