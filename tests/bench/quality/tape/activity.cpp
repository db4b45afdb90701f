// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/activity.h"

#include "bench/quality/random/portablemath.h"
#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <cmath>

namespace flowglass::quality {

namespace {

constexpr std::uint64_t kDayStream = 100;
constexpr double kPrintsPerOrder = 1.19; // as the printer makes them
constexpr double kDaySd = 0.6;
constexpr double kMoneyness = 0.9;
constexpr double kFrontLoading = 1.2;
constexpr double kYearDays = 365.0;

double expiryWeight(const Root& root, std::int32_t expiryDay, std::int32_t day)
{
    if (expiryDay < day)
        return 0.0;
    int place = 0; // among those that still live
    for (const std::int32_t other : root.expiries)
        place += other >= day && other < expiryDay ? 1 : 0;
    return portable::pow(1.0 + place, -kFrontLoading);
}

} // namespace

Activity::Activity(const Universe& universe, const MarketPath& path, const TapeConfig& config)
    : m_universe(universe), m_path(path), m_ordersPerDay(config.printsPerDay / kPrintsPerOrder)
{
    for (int day = 0; day < path.days(); ++day) {
        Rng rng(config.seed, kDayStream + std::uint64_t(day));
        std::vector<double>& upTo = m_upTo.emplace_back();
        const std::int32_t date = path.firstDay() + day;
        for (std::uint32_t root = 0; root < universe.roots.size(); ++root) {
            const double logSpot = path.logSpot(root, sessions::openMs(date));
            double sum = 0.0;
            for (std::uint32_t at = 0; at < universe.roots[root].contractCount(); ++at) {
                const ListedContract& contract = universe.contracts[universe.roots[root].first + at];
                const double years = double(contract.expiryDay - date + 2) / kYearDays;
                const double deviations =
                    std::fabs(contract.logStrike - logSpot) / (universe.roots[root].vol * std::sqrt(years));
                sum += expiryWeight(universe.roots[root], contract.expiryDay, date) * contract.habit *
                       rng.lognormal(kDaySd) * portable::exp(-kMoneyness * deviations);
                upTo.push_back(sum);
            }
        }
    }
}

std::uint32_t Activity::pick(Rng& rng, std::uint32_t root, int day) const
{
    const std::uint32_t first = m_universe.roots[root].first;
    const auto begin = m_upTo[std::size_t(day)].begin() + first;
    const auto end = begin + m_universe.roots[root].contractCount();
    const auto at = std::upper_bound(begin, end, rng.unit() * *(end - 1));
    return first + std::uint32_t(std::min(at, end - 1) - begin);
}

bool Activity::isLive(std::uint32_t contract, int day) const
{
    return m_universe.contracts[contract].expiryDay >= m_path.firstDay() + day;
}

double Activity::share(std::uint32_t contract, int day) const
{
    const Root& root = m_universe.roots[m_universe.contracts[contract].root];
    const std::vector<double>& upTo = m_upTo[std::size_t(day)];
    const double before = contract == root.first ? 0.0 : upTo[contract - 1];
    return (upTo[contract] - before) / upTo[root.first + root.contractCount() - 1];
}

double Activity::rootRate(std::uint32_t root, std::int64_t ms) const
{
    const int day = sessions::dayOf(ms) - m_path.firstDay();
    const double seconds = double(ms - sessions::openMs(sessions::dayOf(ms))) / 1000.0;
    const int bucket = std::clamp(int(seconds / MarketPath::kBucketSeconds), 0, MarketPath::kBuckets - 1);
    return m_ordersPerDay * m_universe.roots[root].share / sessions::kSeconds * sessions::pace(seconds) *
           m_path.regime(root, day, bucket);
}

double Activity::contractRate(std::uint32_t contract, std::int64_t ms) const
{
    const int day = sessions::dayOf(ms) - m_path.firstDay();
    return rootRate(m_universe.contracts[contract].root, ms) * share(contract, day);
}

double Activity::contractOrders(std::uint32_t contract, int day) const
{
    return m_ordersPerDay * m_universe.roots[m_universe.contracts[contract].root].share *
           share(contract, day);
}

} // namespace flowglass::quality
