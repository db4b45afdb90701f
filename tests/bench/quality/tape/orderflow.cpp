// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/orderflow.h"

#include "bench/quality/random/portablemath.h"
#include "bench/quality/tape/sessions.h"

#include <vector>

namespace flowglass::quality {

namespace {

constexpr double kOtherStrike = 0.3;
constexpr double kRush = 6.0;          // times the usual pace, at first
constexpr double kRushSeconds = 300.0; // mean life
constexpr double kRushEnds = 5.0;      // mean lives

struct Order
{
    std::uint32_t contract = 0;
    std::int64_t ms = 0;
};

double childDelaySeconds(Rng& rng)
{
    const double which = rng.unit();
    return which < 0.20   ? rng.between(0.002, 0.4)
           : which < 0.65 ? rng.exponential(25.0)
                          : rng.exponential(300.0);
}

class Flow
{
public:
    Flow(Rng& rng, const Universe& universe, Printer& printer, std::int64_t closeMs)
        : m_rng(rng), m_universe(universe), m_printer(printer), m_closeMs(closeMs)
    {
    }

    void place(Order first)
    {
        m_waiting.push_back(first);
        while (!m_waiting.empty()) {
            const Order order = m_waiting.back();
            m_waiting.pop_back();
            m_printer.anyOrder(m_rng, order.contract, order.ms);
            for (int count = m_rng.poisson(Activity::kBranching); count > 0; --count)
                bringAbout(order);
        }
    }

private:
    void bringAbout(const Order& parent)
    {
        const std::int64_t ms = parent.ms + std::int64_t(childDelaySeconds(m_rng) * 1000.0);
        const int distance = 1 + m_rng.below(2);
        const int steps = m_rng.chance(0.5) ? distance : -distance;
        const bool moves = m_rng.chance(kOtherStrike);
        if (ms < m_closeMs)
            m_waiting.push_back(
                {moves ? m_universe.neighbour(parent.contract, steps, 0, false) : parent.contract, ms});
    }

    Rng& m_rng;
    const Universe& m_universe;
    Printer& m_printer;
    std::int64_t m_closeMs;
    std::vector<Order> m_waiting;
};

} // namespace

void flowOfDay(Rng& rng, std::uint32_t root, int day, const Universe& universe, const MarketPath& path,
               const Activity& activity, Printer& printer)
{
    const std::int64_t open = sessions::openMs(path.firstDay() + day);
    const std::int64_t close = sessions::closeMs(path.firstDay() + day);
    Flow flow(rng, universe, printer, close);
    // Within a bucket the rate is taken as even.
    for (int bucket = 0; bucket < MarketPath::kBuckets; ++bucket) {
        const double from = bucket * MarketPath::kBucketSeconds;
        const double to = from + MarketPath::kBucketSeconds;
        const double rate =
            activity.rootRate(root, open + std::int64_t((from + to) * 500.0)) * (1.0 - Activity::kBranching);
        for (double at = from + rng.exponential(1.0 / rate); at < to; at += rng.exponential(1.0 / rate))
            flow.place({activity.pick(rng, root, day), open + std::int64_t(at * 1000.0)});
    }
    for (const News& news : path.news()) {
        if (news.root != root || news.ms < open || news.ms >= close)
            continue;
        const double rate = activity.rootRate(root, news.ms) * (1.0 - Activity::kBranching) * (kRush - 1.0);
        for (double at = rng.exponential(1.0 / rate); at < kRushEnds * kRushSeconds;
             at += rng.exponential(1.0 / rate)) {
            const std::int64_t ms = news.ms + std::int64_t(at * 1000.0);
            if (ms < close && rng.chance(portable::exp(-at / kRushSeconds)))
                flow.place({activity.pick(rng, root, day), ms});
        }
    }
}

} // namespace flowglass::quality
