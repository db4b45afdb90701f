// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/flat/row.h"

#include <string>
#include <string_view>

namespace flowglass::recording::flat {

// Appends a trade event as the provider's stream has it:
// {"ev":"T","sym":...,"x":...,"p":...,"s":...,"c":[...], "t":ms,"q":...}; x and c are left out when the row
// has none.
void appendEvent(std::string& out, const Row& row, std::string_view ticker, std::string_view conditions,
                 std::uint64_t sequence);

} // namespace flowglass::recording::flat
