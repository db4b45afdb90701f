// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/time/unixtime.h"

#include <QByteArray>
#include <QString>

namespace flowglass::session {

// Files that live runs keep beside the settings from day to day. All of it blocks.

QString baselinePath(const QString& settingsFile);     // what the detectors learnt
QString openInterestPath(const QString& settingsFile); // of each contract and day

// Empty when there is none; one that cannot be read is an Error (Unreadable). Whether the text is any good says
// whoever reads it.
domain::Result<QByteArray> readKept(const QString& path);
domain::UnixMs changedAt(const QString& path); // when it was written last; 0 when there is none
// The folder of a file that is to be written; a failure shows when it is.
void makeFolderOf(const QString& path);
// Puts a file that is no good aside as NAME.corrupt, so that it is neither read again nor lost. False: it is where
// it was.
bool keepAside(const QString& path);
bool copyAside(const QString& path); // the same, and it stays as well

} // namespace flowglass::session
