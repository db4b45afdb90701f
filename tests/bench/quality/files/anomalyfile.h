// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/scoring/scorer.h"
#include "domain/error.h"

#include <QByteArray>

#include <deque>
#include <string>
#include <vector>

namespace flowglass::quality {

// The alerts of another program. Owns their names.
struct AnomalyFile
{
    std::vector<Alert> alerts;
    std::deque<std::string> names;
    std::size_t withdrawn = 0; // not among the alerts
};

// Anomalies as JSON Lines: `id`, `time_utc`, `ticker` (null: of the whole underlying), `underlying`,
// `score`; `revision`, `state` and `sequences` may be missing. The last line of an id stands; withdrawn
// ones are left out. Error: Unreadable, with line and reason.
domain::Result<AnomalyFile> parseAnomalies(const QByteArray& text);

} // namespace flowglass::quality
