// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::session {

// Bytes of physical memory this process holds; 0 where the system does not say.
std::uint64_t residentBytes();

// Bytes that are allocated and not freed; 0 where the C library does not say. What is resident beyond them waits
// to be used again.
std::uint64_t allocatedBytes();

// Large blocks go back to the system when they are freed. Left to itself the GNU C library stops doing so after
// the first ones, and what a burst took stays resident. Once, before anything large is allocated.
void returnLargeBlocks();

// So do pages with nothing on them between blocks that are in use. Takes up to ten milliseconds for half a GiB, so
// not without need.
void returnFreePages();

} // namespace flowglass::session
