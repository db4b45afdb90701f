// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace flowglass::session {

// Bytes of physical memory this process holds; 0 where the system does not say.
std::uint64_t residentBytes();

} // namespace flowglass::session
