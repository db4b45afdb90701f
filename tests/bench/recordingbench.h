// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchframes.h"

namespace flowglass::bench {

// Prints what recording costs the thread that receives, and how fast a recording is read and indexed. Writes
// to a temporary folder.
void benchRecording(const FrameSpec& spec);

} // namespace flowglass::bench
