// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QString>

#include <optional>

namespace flowglass::domain {

enum class FeedPhase {
    Offline,        // not asked to connect
    Connecting,
    Authenticating,
    Subscribing,
    Live,           // every channel confirmed, real-time host
    Delayed,        // the same on a delayed host
    Stalled,        // connected, but silent for too long
    Reconnecting,   // waiting for the next try
    Refused,        // the provider said no: key or plan; no further try by itself
    Replaced        // another client of the same account took the connection
};

// What the person may know about the feed at any moment. A value, sent on every change.
struct FeedStatus
{
    FeedPhase phase = FeedPhase::Offline;
    QString reason; // of the last failure or refusal, translated; the provider's words included
    std::optional<UnixMs> nextTry; // while Reconnecting or Replaced
    int channelsWanted = 0;
    int channelsConfirmed = 0;
    bool operator==(const FeedStatus&) const = default;
};

// A time without data that the feed may have missed trades in. Wall-clock time.
struct FeedGap
{
    UnixMs from;
    UnixMs to;
    QString reason;
    bool operator==(const FeedGap&) const = default;
};

} // namespace flowglass::domain
