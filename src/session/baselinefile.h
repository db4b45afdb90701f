// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QString>

namespace flowglass::session {

// What the detectors learnt on earlier days, as a file. Blocking. Empty when there is none; one that cannot be read
// is an Error (Unreadable). Whether the text is any good the engine says, which reads it.
domain::Result<QByteArray> readBaselines(const QString& path);
// Puts a file that is no good aside as NAME.corrupt, so that it is neither read again nor lost.
void keepBaselinesAside(const QString& path);
QString baselinePath(const QString& settingsFile); // beside the settings

} // namespace flowglass::session
