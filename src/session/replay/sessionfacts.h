// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "session/replay/recordedrun.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace flowglass::session {

// What a recording is known to hold, kept beside it as NAME.facts.json so that a browser need not judge it
// again. It is of the file as it was: another size makes it void.
struct SessionFacts
{
    qint64 fileBytes = 0;
    domain::UnixNs first;
    domain::UnixNs last;
    std::uint64_t trades = 0;  // of the whole feed
    std::uint64_t watched = 0; // of them
    std::uint64_t gaps = 0;
    std::uint64_t anomalies = 0;
    QByteArray digest;         // of these anomalies, hex
    double flagsPer100k = 0.0; // judged with
    QString version;           // by this program
    bool operator==(const SessionFacts&) const = default;
};

SessionFacts factsOf(const RecordedRun& run, qint64 fileBytes);
QString factsPath(const QString& recording);
// Empty: there are none, they cannot be read, or they are of another file.
std::optional<SessionFacts> loadFacts(const QString& recording);
domain::Result<bool> saveFacts(const QString& recording, const SessionFacts& facts); // atomic

} // namespace flowglass::session
