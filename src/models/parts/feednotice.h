// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "models/statustexts.h"

#include <optional>

namespace flowglass::models {

// What stands above the tape when no trade comes by itself, and the ways on that it offers.
struct FeedNotice
{
    QString text; // empty: there is nothing to say
    QString retry; // what the button for another try says; empty: none
    bool isCalm = false; // nothing is wrong
    bool asksForKey = false;
    bool offersDelayed = false;
    bool offersReplay = false;
    bool offersDemo = false;
    bool operator==(const FeedNotice&) const = default;
};

// closed: of a market that is, when there is nothing on the tape. now: wall clock, for the countdown.
FeedNotice feedNotice(const domain::FeedStatus& status, domain::UnixMs now, bool canUseDelayed, bool canUseDemo,
                      const std::optional<StatusText>& closed = std::nullopt);

// What a button says that tries again at once; empty where there is nothing to try.
QString retryText(domain::FeedPhase phase);

} // namespace flowglass::models
