// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

class QApplication;

namespace flowglass::app {

// Sets up style, language and settings, and runs until the window is closed. Returns the exit code.
int runDesktop(QApplication& application, const CommandLine& line);

} // namespace flowglass::app
