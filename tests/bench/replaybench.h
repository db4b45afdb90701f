// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchframes.h"

namespace flowglass::bench {

// Prints how fast a recording of these frames is replayed, everything judged, against the same frames judged
// straight from memory, and the longest stall of the event loop meanwhile.
void benchReplay(const FrameSpec& spec);

} // namespace flowglass::bench
