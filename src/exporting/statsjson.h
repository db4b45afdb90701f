// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/counters.h"
#include "domain/time/durationsummary.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>

namespace flowglass::exporting {

struct Percentiles
{
    std::chrono::nanoseconds p50{0}, p99{0}, max{0};
    static Percentiles of(const domain::DurationSummary& summary);
};

// What --stats writes, beyond the counters.
struct RunFigures
{
    Percentiles latency; // frame received until its trades are judged
    Percentiles stall;   // of the event loop
    std::chrono::nanoseconds backpressure{0}; // the socket was held back
    std::uint64_t rssBytes = 0;
    QByteArray anomalyDigest; // hex
};

// One JSON object (interfaces.md section 5), keys in the documented order, without a line end.
QByteArray statsJson(const domain::Counters& counters, const domain::RequestCounters& requests,
                     const RunFigures& figures);

} // namespace flowglass::exporting
