// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/marketpath.h"

#include "bench/quality/random/portablemath.h"
#include "bench/quality/random/rng.h"
#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <cmath>

namespace flowglass::quality {

namespace {

constexpr std::uint64_t kNewsStream = 2;
constexpr std::uint64_t kWalkStream = 1'000;
constexpr double kYearSeconds = 252.0 * sessions::kSeconds;
constexpr double kNightSd = 0.008;
constexpr double kVolDrift = 0.02; // sd of an hour, relative
constexpr double kRegimeSd = 0.3;
constexpr double kRegimeMemory = 0.8; // from one bucket to the next
constexpr double kLeastMove = 0.008;
constexpr double kMoveSd = 0.012;

double between(const std::vector<float>& grid, double at)
{
    const double clamped = std::clamp(at, 0.0, double(grid.size() - 1));
    const auto index = std::min(std::size_t(clamped), grid.size() - 2);
    const double part = clamped - double(index);
    return double(grid[index]) * (1.0 - part) + double(grid[index + 1]) * part;
}

} // namespace

MarketPath::MarketPath(const Universe& universe, const TapeConfig& config)
    : m_firstDay(sessions::kScoredDay - config.warmupDays), m_days(config.warmupDays + 1)
{
    drawNews(universe, config);
    m_paths.resize(universe.roots.size() * std::size_t(m_days));
    for (std::uint32_t root = 0; root < universe.roots.size(); ++root) {
        m_firstLogSpot.push_back(portable::log(universe.roots[root].spot));
        walk(root, universe.roots[root], config);
    }
}

void MarketPath::drawNews(const Universe& universe, const TapeConfig& config)
{
    Rng rng(config.seed, kNewsStream);
    for (int day = 0; day < m_days; ++day) {
        const std::int64_t open = sessions::openMs(m_firstDay + day);
        for (int count = 0; count < config.newsPerDay; ++count) {
            News news;
            news.root = std::uint32_t(rng.below(int(universe.roots.size())));
            news.ms = open + std::int64_t(rng.between(1'200.0, sessions::kSeconds - 1'500.0) * 1000.0);
            const double move = kLeastMove + kMoveSd * std::fabs(rng.normal());
            news.logMove = move * rng.sign();
            m_news.push_back(news);
        }
    }
}

void MarketPath::walk(std::uint32_t root, const Root& of, const TapeConfig& config)
{
    Rng rng(config.seed, kWalkStream + root);
    double spot = 0.0;
    double vol = 0.0;
    double regime = kRegimeSd * rng.normal();
    for (int day = 0; day < m_days; ++day) {
        DayPath& path = m_paths[root * std::size_t(m_days) + std::size_t(day)];
        for (std::size_t at = 0; at < kSpots; ++at) {
            path.logSpot.push_back(float(spot));
            spot += of.vol * std::sqrt(kSpotSeconds / kYearSeconds) * rng.normal();
        }
        for (std::size_t at = 0; at < kVols; ++at) {
            path.logVol.push_back(float(vol));
            vol = 0.999 * vol + kVolDrift * std::sqrt(kVolSeconds / 3600.0) * rng.normal();
        }
        for (int at = 0; at < kBuckets; ++at) {
            path.regime.push_back(float(portable::exp(regime - 0.5 * kRegimeSd * kRegimeSd)));
            regime = kRegimeMemory * regime +
                     kRegimeSd * std::sqrt(1.0 - kRegimeMemory * kRegimeMemory) * rng.normal();
        }
        const std::int64_t open = sessions::openMs(m_firstDay + day);
        spot += kNightSd * rng.normal() + newsMove(root, open, open + sessions::kDayMs);
    }
}

double MarketPath::newsMove(std::uint32_t root, std::int64_t fromMs, std::int64_t toMs) const
{
    double sum = 0.0;
    for (const News& news : m_news) {
        if (news.root == root && news.ms >= fromMs && news.ms <= toMs)
            sum += news.logMove;
    }
    return sum;
}

MarketPath::Place MarketPath::place(std::int64_t ms) const
{
    const int day = std::clamp(sessions::dayOf(ms) - m_firstDay, 0, m_days - 1);
    return {day, double(ms - sessions::openMs(m_firstDay + day)) / 1000.0};
}

double MarketPath::logSpot(std::uint32_t root, std::int64_t ms) const
{
    const Place at = place(ms);
    return m_firstLogSpot[root] + between(path(root, at.day).logSpot, at.seconds / kSpotSeconds) +
           newsMove(root, sessions::openMs(m_firstDay + at.day), ms);
}

double MarketPath::volFactor(std::uint32_t root, std::int64_t ms) const
{
    const Place at = place(ms);
    return portable::exp(between(path(root, at.day).logVol, at.seconds / kVolSeconds));
}

double MarketPath::regime(std::uint32_t root, int day, int bucket) const
{
    return double(path(root, day).regime[std::size_t(bucket)]);
}

} // namespace flowglass::quality
