// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/openinterestday.h"
#include "models/contractcard.h"

#include <optional>
#include <span>

namespace flowglass::models {

// The open interest of a contract by day as a group of its card, the newest first, each with its change since
// the day before it. `days`: ascending. Empty when there are less than two, which say nothing.
std::optional<CardGroup> openInterestGroup(std::span<const domain::OpenInterestOfDay> days);

} // namespace flowglass::models
