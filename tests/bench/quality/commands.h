// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace flowglass::quality {

// The words of the program. Each gets what follows its word and returns the exit code: 0 done, 2 bad usage,
// 4 input unreadable, 5 output could not be written.
int runCommand(const QStringList& arguments);
int generateCommand(const QStringList& arguments);
int scoreCommand(const QStringList& arguments);

} // namespace flowglass::quality
