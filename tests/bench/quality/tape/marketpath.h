// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/universe.h"

#include <cstdint>
#include <vector>

namespace flowglass::quality {

// A sudden move of one underlying with a rush of orders behind it. Not an event to be found, and not a
// false alarm when it is.
struct News
{
    std::uint32_t root = 0;
    std::int64_t ms = 0;
    double logMove = 0.0;
};

// Where the underlyings and their volatilities go: random walks on a grid, with a gap each night and the
// jumps of the news. Days are counted from `firstDay`.
class MarketPath
{
public:
    MarketPath(const Universe& universe, const TapeConfig& config);

    std::int32_t firstDay() const { return m_firstDay; }
    int days() const { return m_days; }
    const std::vector<News>& news() const { return m_news; } // by day

    double logSpot(std::uint32_t root, std::int64_t ms) const;
    double volFactor(std::uint32_t root, std::int64_t ms) const; // of every implied volatility of the root
    // Orders relative to the usual for the hour, by five-minute bucket; mean 1.
    double regime(std::uint32_t root, int day, int bucket) const;

    static constexpr int kBucketSeconds = 300;
    static constexpr int kBuckets = 78;

private:
    static constexpr int kSpotSeconds = 10;
    static constexpr int kVolSeconds = 60;
    static constexpr std::size_t kSpots = 23'400 / kSpotSeconds + 1;
    static constexpr std::size_t kVols = 23'400 / kVolSeconds + 1;
    struct DayPath
    {
        std::vector<float> logSpot; // relative to the first open, without the news of the day
        std::vector<float> logVol;
        std::vector<float> regime;
    };
    struct Place
    {
        int day = 0;
        double seconds = 0.0; // since the open
    };
    Place place(std::int64_t ms) const;
    const DayPath& path(std::uint32_t root, int day) const
    {
        return m_paths[root * std::size_t(m_days) + std::size_t(day)];
    }
    void drawNews(const Universe& universe, const TapeConfig& config);
    void walk(std::uint32_t root, const Root& of, const TapeConfig& config);
    double newsMove(std::uint32_t root, std::int64_t fromMs, std::int64_t toMs) const;

    std::int32_t m_firstDay;
    int m_days;
    std::vector<News> m_news;
    std::vector<double> m_firstLogSpot; // by root
    std::vector<DayPath> m_paths;
};

} // namespace flowglass::quality
