// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flowglass::app {

// What the process ends with (interfaces.md section 1).
enum class ExitCode {
    Done = 0, // also after --duration and signals
    BadUsage = 2,
    NotAllowed = 3, // no key, refused by the provider, or not in the plan
    BadInput = 4,
    OutputFailed = 5,
    NeverReached = 6 // no feed before --duration ended
};

} // namespace flowglass::app
