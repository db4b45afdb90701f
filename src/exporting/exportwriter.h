// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "exporting/exportorder.h"

#include <functional>

namespace flowglass::exporting {

// Writes the CSV and its manifest (interfaces.md section 2) and returns the number of rows. Any thread.
//
// Both files are complete in temporary files beside their targets before either is put in place. Then the
// manifest is put in place first and the CSV last: whoever sees the CSV appear finds its manifest beside it,
// and csv_sha256 tells at any moment whether the two belong together. If the CSV cannot be put in place, the
// manifest that stood there before is restored (or the new one removed). So on any failure, and on cancel,
// the older files are as they were and nothing half-written is left.
//
// goOn is asked every kProgressRows rows, and once before the files are put in place; false cancels.
// Errors: Unwritable with the path and the system's reason; Cancelled.
domain::Result<qint64> writeExport(const ExportOrder& order, const std::function<bool(qint64 done)>& goOn);

inline constexpr qint64 kProgressRows = 4096;

QString manifestPath(const QString& csvPath);

} // namespace flowglass::exporting
