// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportorder.h"

#include <QByteArray>

#include <optional>

namespace flowglass::exporting {

// What the written rows say about themselves.
struct WrittenRows
{
    qint64 count = 0;
    std::optional<domain::UnixMs> from, to; // time of the first and last row
    QByteArray sha256;                      // hex, of the whole CSV
    QByteArray sourceSha256; // hex, of the file that was replayed; empty: none, or it cannot be read any more
};

// The manifest beside a CSV (interfaces.md section 2): one JSON object, a line per key.
QByteArray manifestJson(const ExportOrder& order, const WrittenRows& written);

} // namespace flowglass::exporting
