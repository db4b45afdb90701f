// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"

#include <QString>

#include <chrono>
#include <cstddef>

namespace flowglass::models {

// How a state is coloured; the text says the same, so colour is never the only sign.
enum class Severity { Good, Waiting, Warning, Bad };

// What kind of data the feed carries, always said beside its state.
enum class FeedBadge { RealTime, Delayed, Demo };

struct StatusText
{
    QString brief; // for the status bar: "Live", "Reconnecting in 4 s"
    QString full;  // for tooltip and accessible description, with reason and counts
    Severity severity = Severity::Good;
    bool operator==(const StatusText&) const = default;
};

// now: wall clock, for the countdown.
StatusText feedStateText(const domain::FeedStatus& status, domain::UnixMs now, FeedBadge badge);
StatusText rateText(double tradesPerSecond);
StatusText backlogText(std::size_t frames, std::chrono::nanoseconds age);
StatusText stallText(std::chrono::nanoseconds worst);
// screen: until it is painted; 0 while nothing was
StatusText latencyText(std::chrono::nanoseconds p50, std::chrono::nanoseconds p99, std::chrono::nanoseconds screenP50,
                       std::chrono::nanoseconds screenP99);
// "3 new" for the paused tape; empty for 0.
QString newRowsText(int pending);

} // namespace flowglass::models
