// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/eventplan.h"

#include "bench/quality/tape/printer.h"
#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace flowglass::quality {

namespace {

constexpr std::uint64_t kStream = 3;
constexpr std::array<double, kGrades> kTails = {1e-5, 1e-7, 1e-10};
constexpr std::array<double, kGrades> kBurst = {5.0, 12.0, 40.0};
constexpr std::array<double, kGrades> kUnderlyingBurst = {2.5, 5.0, 10.0};
constexpr std::array<double, kGrades> kHalfSpreads = {3.0, 6.0, 12.0};
constexpr std::array<int, kGrades> kRepeats = {5, 9, 18};
constexpr double kUnderlyingSeconds = 120.0;
constexpr double kLeastOrders = 10.0; // a day, of a contract
constexpr double kLeastBurst = 10.0;  // orders expected beyond the usual
constexpr double kLeastFair = 0.10;   // dollars
constexpr int kMostTries = 100'000;   // of a kind and grade: a tiny tape may have no place for all
constexpr std::int64_t kEdgeMs = 900'000;
constexpr std::int64_t kApartMs = 900'000; // from news and bursts of the underlying

class Planner
{
public:
    Planner(const TapeConfig& config, const Universe& universe, const MarketPath& path,
            const Activity& activity, const Pricer& pricer)
        : m_rng(config.seed, kStream)
        , m_universe(universe)
        , m_path(path)
        , m_activity(activity)
        , m_pricer(pricer)
    {
    }

    // Underlyings first: contracts keep away from them. Then bursts, which few contracts are busy enough for.
    void planDay(int day, int underlyings, int contracts)
    {
        m_day = day;
        m_taken.clear();
        m_busy.clear();
        for (const News& news : m_path.news())
            m_busy.push_back({news.root, news.ms});
        plan(EventKind::Underlying, underlyings);
        for (const EventKind kind :
             {EventKind::Burst, EventKind::Block, EventKind::Sweep, EventKind::Price, EventKind::Repeat})
            plan(kind, contracts);
    }
    std::vector<PlannedEvent> take() { return std::move(m_events); }

private:
    struct Busy
    {
        std::uint32_t root = 0;
        std::int64_t ms = 0;
    };

    void plan(EventKind kind, int count)
    {
        for (std::size_t grade = 0; grade < kGrades; ++grade) {
            int made = 0;
            for (int tries = 0; made < count && tries < kMostTries; ++tries) {
                PlannedEvent planned;
                planned.event.kind = kind;
                planned.event.grade = Grade(grade);
                if (!choose(planned))
                    continue;
                m_events.push_back(planned);
                ++made;
            }
        }
    }

    bool choose(PlannedEvent& planned)
    {
        const std::int32_t date = m_path.firstDay() + m_day;
        const bool ofUnderlying = planned.event.kind == EventKind::Underlying;
        planned.ms = sessions::openMs(date) + kEdgeMs +
                     std::int64_t(m_rng.unit() * (sessions::kSeconds * 1000.0 - 2.0 * kEdgeMs));
        planned.event.root =
            std::uint32_t(ofUnderlying ? m_rng.below(int(m_universe.roots.size())) : drawRoot());
        const auto clashes = [&planned](const Busy& busy) {
            return busy.root == planned.event.root && std::abs(busy.ms - planned.ms) < kApartMs;
        };
        if (std::ranges::any_of(m_busy, clashes))
            return false;
        if (ofUnderlying) {
            m_busy.push_back({planned.event.root, planned.ms});
            strengthen(planned);
            return true;
        }
        planned.event.contract = m_activity.pick(m_rng, planned.event.root, m_day);
        if (m_activity.contractOrders(planned.event.contract, m_day) < kLeastOrders ||
            m_taken.contains(planned.event.contract))
            return false;
        strengthen(planned);
        if (!isVisible(planned))
            return false;
        m_taken.insert(planned.event.contract);
        return true;
    }

    // Some orders more, a price that can go that way: what somebody could see at all.
    bool isVisible(const PlannedEvent& planned) const
    {
        if (planned.event.kind == EventKind::Burst)
            return planned.extraRate * planned.seconds >= kLeastBurst;
        if (planned.event.kind != EventKind::Price)
            return true;
        const Quote quote = m_pricer.quote(planned.event.contract, planned.ms);
        return quote.fair >= kLeastFair && quote.fair + planned.halfSpreads * quote.half >= quote.tick;
    }

    int drawRoot()
    {
        double at = m_rng.unit();
        std::size_t root = 0;
        while (root + 1 < m_universe.roots.size() && at >= m_universe.roots[root].share)
            at -= m_universe.roots[root++].share;
        return int(root);
    }

    void strengthen(PlannedEvent& planned)
    {
        const PlantedEvent& event = planned.event;
        const auto grade = std::size_t(event.grade);
        switch (event.kind) {
        case EventKind::Block:
        case EventKind::Sweep:
            planned.size = m_universe.contracts[event.contract].sizes.sizeAtTail(kTails[grade]);
            planned.prints = 3 + m_rng.below(6);
            break;
        case EventKind::Burst:
            planned.seconds = m_rng.between(60.0, 180.0);
            planned.extraRate = (kBurst[grade] - 1.0) * m_activity.contractRate(event.contract, planned.ms);
            break;
        case EventKind::Underlying:
            planned.seconds = kUnderlyingSeconds;
            planned.extraRate = (kUnderlyingBurst[grade] - 1.0) * m_activity.rootRate(event.root, planned.ms);
            break;
        case EventKind::Price:
            planned.prints = 2 + m_rng.below(3);
            planned.halfSpreads = kHalfSpreads[grade] * m_rng.sign();
            planned.quoteFollows = m_rng.chance(0.5);
            break;
        case EventKind::Repeat:
            planned.prints = kRepeats[grade];
            do
                planned.size = std::uint32_t(12 + m_rng.below(100));
            while (planned.size % 5 == 0);
            break;
        case EventKind::Count:
            break;
        }
    }

    Rng m_rng;
    const Universe& m_universe;
    const MarketPath& m_path;
    const Activity& m_activity;
    const Pricer& m_pricer;
    int m_day = 0;
    std::set<std::uint32_t> m_taken;
    std::vector<Busy> m_busy;
    std::vector<PlannedEvent> m_events;
};

} // namespace

std::vector<PlannedEvent> planEvents(const TapeConfig& config, const Universe& universe,
                                     const MarketPath& path, const Activity& activity, const Pricer& pricer)
{
    Planner planner(config, universe, path, activity, pricer);
    if (config.warmupDays > 0)
        planner.planDay(path.days() - 2, config.warmupEventsPerGrade, config.warmupEventsPerGrade);
    planner.planDay(path.days() - 1, config.underlyingEventsPerGrade, config.eventsPerGrade);
    return planner.take();
}

} // namespace flowglass::quality
