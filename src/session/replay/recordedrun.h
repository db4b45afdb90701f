// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "domain/anomaly.h"
#include "domain/counters.h"
#include "domain/watchlist.h"
#include "session/replay/readahead.h"

#include <optional>
#include <string>
#include <vector>

namespace flowglass::session {

// What a recording is judged with: what was recorded, unless something else is asked for.
struct RunSettings
{
    std::optional<domain::WatchList> watch;
    std::optional<detect::Settings> detect;
    detect::Settings otherwise; // of a file that does not say, as flat files do not
};

struct JudgedAnomaly
{
    domain::Anomaly anomaly;
    std::string subject; // its ticker, or the root of a whole underlying
};

// What came out of a whole recording.
struct RecordedRun
{
    recording::RecordingHeader header;
    double flagsPer100k = 0.0; // at the end
    domain::UnixNs first;      // receive times; 0 when there is no frame
    domain::UnixNs last;
    domain::Counters counters;
    QByteArray digest; // hex
    std::vector<JudgedAnomaly> anomalies; // in order of id
    std::vector<recording::Loss> losses;
};

// Judges a recording from its first frame to its last, as fast as it goes, as replay does: the digest is the
// same. Blocking; any thread. Error: of the source, or Cancelled when `progress` says so.
domain::Result<RecordedRun> judgeRecording(const OpenSource& open, const RunSettings& settings,
                                           const recording::Progress& progress);

} // namespace flowglass::session
