// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <array>
#include <cstddef>

namespace flowglass::domain {

// What a plan of the provider may include over REST, in the order in which it is asked for.
enum class PlanData { Terms, Snapshot, Chain, Trades, Quotes, MarketStatus };
inline constexpr std::size_t kPlanDataCount = 6;

enum class PlanAccess {
    Waiting,  // for its turn, or for the answer
    NotAsked, // nobody will: what came before made it pointless
    Allowed,
    NotInPlan,
    BadKey,
    RateLimited, // so nothing is known
    Unreachable, // no answer, or none in time
    Failed       // any other answer
};

enum class Timeliness { Unsaid, RealTime, Delayed };

struct PlanAnswer
{
    PlanAccess access = PlanAccess::Waiting;
    Timeliness timeliness = Timeliness::Unsaid;
    bool lacksQuotes = false; // of a snapshot: it is there, but without bid and ask
    Error error;              // unless Allowed, Waiting or NotAsked: why, in the provider's words if it has any
    bool wasAsked() const { return access != PlanAccess::Waiting && access != PlanAccess::NotAsked; }
    bool operator==(const PlanAnswer&) const = default;
};

// What one key may see, as far as it was asked. A value; holds no key.
struct PlanReport
{
    std::array<PlanAnswer, kPlanDataCount> answers;
    PlanAnswer& operator[](PlanData data) { return answers[std::size_t(data)]; }
    const PlanAnswer& operator[](PlanData data) const { return answers[std::size_t(data)]; }
    bool operator==(const PlanReport&) const = default;
};

} // namespace flowglass::domain
