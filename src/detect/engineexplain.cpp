// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the engine that answers why a print was flagged or not.
#include "detect/enginecore.h"

#include <algorithm>

namespace flowglass::detect {

using domain::DetectorExplanation;
using domain::NotJudged;

namespace {

// Its first print could not be a sweep yet.
void explainOrder(const Order& whole, domain::Explanation& told)
{
    const auto sweep = std::ranges::find(told.detectors, domain::AnomalyKind::Sweep, &DetectorExplanation::kind);
    if (sweep->reason != NotJudged::OneExchange || whole.venueCount() < 2)
        return;
    sweep->reason = NotJudged::FirstOfOrder;
    sweep->value = whole.size;
    sweep->venues = whole.venueCount();
}

void explainFilter(const Settings& then, Stake stake, const Observation& seen, DetectorExplanation& told)
{
    if (!then.kinds.has(told.kind)) {
        told.filter = domain::Filter::KindOff;
        return;
    }
    if (told.reason != NotJudged::No)
        return; // there was nothing to filter
    told.filter = domain::Filter::LittleMoney;
    told.leastStake = then.leastPremium.lossyDollars();
    if (!seen.recent.isKnown())
        return;
    if (stake == Stake::Order)
        told.stake = seen.trade.price.times(seen.order.size, 100).lossyDollars();
    else
        told.stake = stake == Stake::Contract ? seen.recent.contractDollars() : seen.recent.underlyingDollars();
    if (*told.stake >= told.leastStake)
        told.stake.reset(); // not all of it is remembered as it was
}

} // namespace

domain::Explanation Engine::Core::explain(const domain::Trade& trade, std::uint64_t row) const
{
    domain::Explanation told;
    const std::optional<ScoreLog::Entry> entry = m_log.entry(row);
    const ContractState* contract = m_contracts.find(trade.contract);
    told.cancelled = book.isCancelled(row);
    told.reason = entry && contract != nullptr ? entry->reason() : NotJudged::Unknown;
    if (told.reason != NotJudged::No)
        return told;
    told.threshold = entry->threshold();

    // The print as it came, but among what is usual now: that is what the detectors can still say something about.
    const UnderlyingState& underlying = learnt.underlyings[contract->underlying];
    const PrintClass printClass = classOf(trade.conditions);
    MarketClock now = clock;
    const MarketClock::Moment moment = now.at({m_newestMs});
    const OrderPace pace(moment, contract->rate, underlying.rate);
    const std::uint32_t serial = m_prints.serialOf(row, contract->newestPrint);
    const RecentOrders recent(m_prints, m_contracts, serial);
    const Order order = recent.isKnown() ? recent.orderSoFar() : ordermerger::start(trade, printClass);
    const Observation seen{
        trade,           printClass,
        order,           order.prints == 1,
        false,           learnt.sizes.tail(printClass, order.size, underlying.sizes, contract->sizes),
        contract->sizes, underlying.sizes,
        moment,          pace,
        false,           recent,
        *m_table[trade.contract].symbol, m_table};
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        DetectorExplanation detector;
        detector.kind = Detector::kKind;
        detector.score = entry->score(i);
        detector.atLeast = entry->isHighest(i);
        detector.reason = entry->silent(i);
        if (detector.reason == NotJudged::No && detector.score <= 0.0)
            detector.reason = NotJudged::Usual;
        std::get<i>(learnt.detectors)
            .explain(seen, std::get<i>(contract->detectors), std::get<i>(underlying.detectors), detector);
        if (entry->filtered(i))
            explainFilter(m_settings.at(row), Detector::kStake, seen, detector);
        told.detectors.push_back(detector);
    });
    if (serial != 0)
        explainOrder(m_prints.orderOf(serial, contract->newestPrint).order, told);
    explainPlace(trade, row, told);
    return told;
}

// A print stands in an anomaly, or it reached the threshold while one ran and did not raise its score.
void Engine::Core::explainPlace(const domain::Trade& trade, std::uint64_t row, domain::Explanation& told) const
{
    if (const auto held = book.ofRow(row)) {
        told.anomaly = *held;
        told.listed = book.isOpen(*held);
        told.withdrawn = !told.listed;
        told.ofUnderlying = book.anomaly(*held).isOfUnderlying();
        return;
    }
    const DetectorExplanation* best = nullptr;
    for (const DetectorExplanation& detector : told.detectors) {
        if (detector.filter == domain::Filter::None && detector.score >= told.threshold &&
            (best == nullptr || detector.score > best->score))
            best = &detector;
    }
    if (best == nullptr)
        return;
    told.ofUnderlying = best->kind == domain::AnomalyKind::Surge;
    told.anomaly = runningAnomaly(trade, row, told.ofUnderlying);
}

// By event times: what was fetched has higher rows than what came later. One that ran by the prints it lists goes
// before one that must have been prolonged by others. Rows tell only where the print is older than the anomaly's
// first by no more than it may be to be judged.
std::uint32_t Engine::Core::runningAnomaly(const domain::Trade& trade, std::uint64_t row, bool ofUnderlying) const
{
    const std::string_view root = m_table[trade.contract].symbol->rootText();
    const std::chrono::milliseconds coolDown(ofUnderlying ? kUnderlyingCoolDownMs : kCoolDownMs);
    std::uint32_t prolonged = 0;
    for (std::uint32_t id = book.count(); id > 0; --id) {
        const domain::Anomaly& anomaly = book.anomaly(id);
        const bool same = ofUnderlying ? anomaly.isOfUnderlying() && anomaly.root == root
                                       : anomaly.contract == trade.contract;
        if (!same || anomaly.prints.empty())
            continue;
        const std::int64_t after = (trade.time() - anomaly.time).count();
        if (after >= 0 && trade.time() - anomaly.lastTime <= coolDown)
            return id;
        const bool began = after >= 0 || (after >= -kOutOfOrderMs && anomaly.prints.front().row < row);
        if (began && prolonged == 0)
            prolonged = id;
    }
    return prolonged;
}

} // namespace flowglass::detect
