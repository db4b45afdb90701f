// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

namespace flowglass::settings {

// Which of the provider's hosts the plan allows.
enum class FeedHost { RealTime, Delayed, Business, DelayedBusiness };
std::span<const EnumWord<FeedHost>> enumWords(FeedHost); // "realtime", "delayed", as on the command line

// How many REST calls the plan allows.
enum class RatePlan { Learn, FivePerMinute, HundredPerSecond };
std::span<const EnumWord<RatePlan>> enumWords(RatePlan); // "learn", "5/min", "100/s"

// Where the data comes from. The API key is not among them: see KeyStore.
struct FeedSettings
{
    explicit FeedSettings(SettingsStore& store);
    Setting<FeedHost> host;
    Setting<QUrl> feedUrl; // instead of the host's; empty: none
    Setting<QUrl> apiUrl;
    Setting<RatePlan> ratePlan;
};

} // namespace flowglass::settings
