// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "domain/planreport.h"
#include "models/contractcard.h"

namespace flowglass::models {

// What a test of the key has found out, in words: first the feed as it is, which tells itself what the plan has of
// it (a second connection to ask could throw it off), then one row per kind of data, "yes, 15 minutes late", faint
// where it is not to be had; above them what stands in the way of all. Loading while answers are to come, else Ready:
// trying again is for the person to choose.
CardGroup planCard(const domain::PlanReport& report, const domain::FeedStatus& feed);

} // namespace flowglass::models
