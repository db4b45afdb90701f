// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/time/unixtime.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace flowglass::recording {

// The first line of a recording (interfaces.md section 4). Keys beyond the five fixed ones are optional.
struct RecordingHeader
{
    domain::UnixNs created;   // wall clock
    QString source;           // live host, "demo seed 1", a flat file's name
    QString feed;             // "realtime", "delayed", "demo", "flatfile"
    QStringList underlyings;  // what was watched when it began; "*" is everything
    std::optional<double> sensitivity; // flags per 100,000 trades it was judged with
    QString version;          // of the program that wrote it; may be empty
    bool operator==(const RecordingHeader&) const = default;
};

QByteArray headerLine(const RecordingHeader& header); // without the line break
domain::Result<RecordingHeader> parseHeaderLine(QByteArrayView line); // Error: not a recording, or a newer one

} // namespace flowglass::recording
