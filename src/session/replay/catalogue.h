// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/recordingheader.h"
#include "session/replay/sessionfacts.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace flowglass::session {

// A recording or a flat file as it lies on the disk, and what is known of it without judging it.
struct CataloguedSession
{
    QString path;
    qint64 bytes = 0;
    recording::RecordingHeader header; // of a flat file: source and feed only
    std::optional<SessionFacts> facts;
    QString problem; // why it cannot be opened, for the person; empty: it can
};

// Blocking; a worker's matter. `more`: files outside of the folder; those that are gone are left out.
std::vector<CataloguedSession> listSessions(const QString& folder, const QStringList& more);
CataloguedSession describeSession(const QString& path);
// Deletes a recording and what is kept beside it. Error: Unwritable.
domain::Result<bool> removeSession(const QString& path);
// Those of `folder` that this program named and that were last written to before `limit`; the number removed.
int removeSessionsBefore(const QString& folder, domain::UnixMs limit);

QString newestSession(const QString& folder); // by when it was last written to; empty: none
qint64 recordedBytes(const QString& folder); // of all recordings in it

// What this program calls its recordings: flowglass-20261120-093000.fgr; of the demo market flowglass-demo-….
QString recordingName(const QString& feed, domain::UnixMs now);

} // namespace flowglass::session
