// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the engine that answers why a print was flagged or not.
#include "detect/enginecore.h"

namespace flowglass::detect {

using domain::NotJudged;

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

    // The print as if it came now, alone: that is what the detectors can still say something about.
    const UnderlyingState& underlying = learnt.underlyings[contract->underlying];
    const PrintClass printClass = classOf(trade.conditions);
    MarketClock now = clock;
    const MarketClock::Moment moment = now.at({m_newestMs});
    const OrderPace pace(moment, contract->rate, underlying.rate);
    const Order order = ordermerger::start(trade, printClass);
    const Observation seen{
        trade,           printClass,
        order,           true,
        false,           learnt.sizes.tail(printClass, order.size, underlying.sizes, contract->sizes),
        contract->sizes, underlying.sizes,
        moment,          pace,
        false,           *m_table[trade.contract].symbol,
        m_table};
    forEachDetector([&](auto i) {
        domain::DetectorExplanation detector;
        detector.kind = std::tuple_element_t<i, Detectors>::kKind;
        detector.score = entry->score(i);
        detector.filtered = entry->filtered(i);
        const NotJudged missing =
            std::get<i>(learnt.detectors)
                .explain(seen, std::get<i>(contract->detectors), std::get<i>(underlying.detectors), detector);
        if (detector.score <= 0.0)
            detector.reason = missing;
        told.detectors.push_back(detector);
    });
    return told;
}

} // namespace flowglass::detect
