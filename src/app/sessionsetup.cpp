// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sessionsetup.h"

#include "market/marketserver.h"

#include <QFileInfo>

namespace flowglass::app {

namespace {

using settings::FeedHost;

bool isDelayed(FeedHost host)
{
    return host == FeedHost::Delayed || host == FeedHost::DelayedBusiness;
}

contracts::RatePlan planOf(settings::RatePlan plan)
{
    switch (plan) {
    case settings::RatePlan::Learn:
        return contracts::RatePlan::Learn;
    case settings::RatePlan::FivePerMinute:
        return contracts::RatePlan::FivePerMinute;
    case settings::RatePlan::HundredPerSecond:
        return contracts::RatePlan::HundredPerSecond;
    }
    return contracts::RatePlan::Learn;
}

QUrl feedUrl(const CommandLine& line, const settings::FeedSettings& feed)
{
    if (line.feedUrl)
        return *line.feedUrl;
    if (!line.feed && !feed.feedUrl.value().isEmpty())
        return feed.feedUrl.value();
    return providerFeedUrl(line.feed.value_or(feed.host.value()));
}

// What the data is like is known from the host of the provider it comes from, by whatever domain; of another host
// it is what was chosen.
FeedHost hostOf(const QUrl& url, FeedHost chosen)
{
    const QString name = url.host().section(QLatin1Char('.'), 0, 0);
    for (const auto& [host, word] : settings::enumWords(FeedHost{})) {
        if (name == providerFeedUrl(host).host().section(QLatin1Char('.'), 0, 0))
            return host;
    }
    return chosen;
}

QUrl apiUrl(const CommandLine& line, const settings::FeedSettings& feed)
{
    if (line.apiUrl)
        return *line.apiUrl;
    return feed.apiUrl.value().isEmpty() ? QUrl(QStringLiteral("https://api.massive.com"))
                                         : feed.apiUrl.value();
}

// What live and demo have in common.
session::SessionConfig common(const CommandLine& line, const settings::Settings& settings)
{
    session::SessionConfig config;
    config.storeRows = line.storeRows;
    const domain::Result<domain::WatchList> remembered =
        domain::WatchList::parse(settings.watch.underlyings.value());
    config.watch = line.underlying ? *line.underlying
                   : remembered    ? *remembered
                                : domain::WatchList::parse(settings.watch.underlyings.defaultValue()).value();
    config.detect = detectSettings(settings.detect.choice());
    config.detect.flagsPer100k = line.sensitivity.value_or(config.detect.flagsPer100k);
    return config;
}

} // namespace

QUrl providerFeedUrl(FeedHost host)
{
    switch (host) {
    case FeedHost::RealTime:
        return QUrl(QStringLiteral("wss://socket.massive.com/options"));
    case FeedHost::Delayed:
        return QUrl(QStringLiteral("wss://delayed.massive.com/options"));
    case FeedHost::Business:
        return QUrl(QStringLiteral("wss://business.massive.com/options"));
    case FeedHost::DelayedBusiness:
        return QUrl(QStringLiteral("wss://delayed-business.massive.com/options"));
    }
    return {};
}

detect::Settings detectSettings(const settings::DetectChoice& choice)
{
    return {choice.flagsPer100k, choice.kinds,
            domain::Premium::fromUnits(std::int64_t(choice.leastPremium) * domain::kUnitsPerDollar)};
}

session::SessionConfig liveConfig(const CommandLine& line, const settings::Settings& settings)
{
    session::SessionConfig config = common(line, settings);
    config.feed.url = feedUrl(line, settings.feed);
    const FeedHost host = hostOf(config.feed.url, line.feed.value_or(settings.feed.host.value()));
    config.feed.delayed = isDelayed(host);
    config.rest.base = apiUrl(line, settings.feed);
    config.rest.plan = planOf(settings.feed.ratePlan.value());
    config.sourceName = config.feed.url.authority();
    config.feedName = settings::wordOf(host);
    return config;
}

market::MarketConfig marketConfig(const CommandLine& line)
{
    market::MarketConfig config;
    config.seed = line.demoSeed;
    config.tradesPerSecond = line.demoRate;
    return config;
}

session::SessionConfig demoConfig(const CommandLine& line, const settings::Settings& settings,
                                  const market::MarketServer& server)
{
    session::SessionConfig config = common(line, settings);
    config.feed.url = server.feedUrl();
    config.rest.base = server.apiUrl();
    config.apiKey = QStringLiteral("demo"); // the simulated market takes any
    config.sourceName = QStringLiteral("demo seed %1").arg(line.demoSeed);
    config.feedName = QStringLiteral("demo");
    config.marketAlwaysOpen = true;
    return config;
}

session::SessionConfig replayConfig(const CommandLine& line, const settings::Settings& settings, const QString& file,
                                    const QString& apiKey)
{
    session::SessionConfig config = common(line, settings);
    config.apiKey = apiKey;
    config.rest.base = apiUrl(line, settings.feed);
    config.rest.plan = planOf(settings.feed.ratePlan.value());
    config.rest.off = apiKey.isEmpty();
    config.sourceName = QFileInfo(file).fileName();
    config.sourceFile = file;
    config.feedName = QStringLiteral("replay");
    return config;
}

} // namespace flowglass::app
