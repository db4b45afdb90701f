// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/feedsettings.h"

#include "settings/serviceurl.h"

#include <array>

namespace flowglass::settings {

namespace {

bool isFeedUrl(const QUrl& url)
{
    return url.isEmpty() || parseFeedUrl(url.toString()).has_value();
}
bool isApiUrl(const QUrl& url)
{
    return url.isEmpty() || parseApiUrl(url.toString()).has_value();
}

} // namespace

std::span<const EnumWord<FeedHost>> enumWords(FeedHost)
{
    static constexpr std::array<EnumWord<FeedHost>, 4> kWords = {{
        {FeedHost::RealTime, "realtime"},
        {FeedHost::Delayed, "delayed"},
        {FeedHost::Business, "business"},
        {FeedHost::DelayedBusiness, "delayed-business"},
    }};
    return kWords;
}

std::span<const EnumWord<RatePlan>> enumWords(RatePlan)
{
    static constexpr std::array<EnumWord<RatePlan>, 3> kWords = {{
        {RatePlan::Learn, "learn"},
        {RatePlan::FivePerMinute, "5/min"},
        {RatePlan::HundredPerSecond, "100/s"},
    }};
    return kWords;
}

FeedSettings::FeedSettings(SettingsStore& store)
    : host(store, QStringLiteral("feed/host"), FeedHost::RealTime)
    , feedUrl(store, QStringLiteral("feed/feedUrl"), QUrl(), isFeedUrl)
    , apiUrl(store, QStringLiteral("feed/apiUrl"), QUrl(), isApiUrl)
    , ratePlan(store, QStringLiteral("feed/ratePlan"), RatePlan::Learn)
{
}

} // namespace flowglass::settings
