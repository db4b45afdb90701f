// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/enginecore.h"

#include "detect/scoreobserver.h"

#include <algorithm>
#include <cstring>

namespace flowglass::detect {

namespace {

constexpr std::int64_t kLearnAfterMs = 1'000;  // an order grows no longer
constexpr std::uint32_t kRefreshEvery = 1'024; // judged prints between two looks at the rates

} // namespace

Engine::Core::Core(const domain::ContractTable& contracts, const Settings& settings)
    : learnt(settings), m_table(contracts), m_settings(settings)
{
    reported.reserve(4);
}

void Engine::Core::setSettings(const Settings& settings)
{
    learnt.board.setSettings(settings, alerts);
    m_settings.change(settings);
}

void Engine::Core::judge(const domain::Trade& trade, std::uint64_t row)
{
    reported.clear();
    lastCancelled.reset();
    m_settings.judged(row);
    const PrintClass printClass = classOf(trade.conditions);
    ContractState& contract = stateOf(trade.contract);
    const domain::NotJudged reason = reasonAgainst(trade, printClass, contract);
    if (reason == domain::NotJudged::CancelMessage)
        takeBack(trade, contract);
    else
        contract.newestPrint = m_prints.add(trade, row, contract.newestPrint, printClass);
    if (reason != domain::NotJudged::No) {
        m_log.notJudged(row, reason);
        return;
    }
    CancelBook::Print& print = *m_prints.print(contract.newestPrint);
    print.judged = true;
    contract.newestMs = std::max(contract.newestMs, trade.time().value);
    m_newestMs = std::max(m_newestMs, trade.time().value);
    closeOrders(trade.time());
    judgeOrder(trade, row, printClass, contract, print);
    m_firstMs = m_firstMs == 0 ? trade.time().value : m_firstMs;
    warmup.activityReady = warmup.activityReady || double(trade.time().value - m_firstMs) >=
                                                       ActivityDetector::kSilentSeconds * 1000.0;
    ++warmup.judged;
    if (++learnt.sinceRefresh == kRefreshEvery) {
        learnt.sinceRefresh = 0;
        learnt.board.refresh();
    }
}

domain::NotJudged Engine::Core::reasonAgainst(const domain::Trade& trade, PrintClass printClass,
                                              const ContractState& contract)
{
    using domain::NotJudged;
    if (printClass == PrintClass::Cancel)
        return NotJudged::CancelMessage;
    if (printClass == PrintClass::VolumeOnly)
        return NotJudged::Late;
    if (contract.underlying == ContractState::kUnreadable || trade.size == 0)
        return NotJudged::Impossible;
    if (trade.time().value < contract.newestMs - kOutOfOrderMs)
        return NotJudged::OutOfOrder;
    return NotJudged::No;
}

ContractState& Engine::Core::stateOf(domain::ContractId contract)
{
    bool fresh = false;
    ContractState& state = m_contracts.of(contract, &fresh);
    if (fresh) {
        if (const auto& symbol = m_table[contract].symbol) {
            state.underlying = learnt.indexOf(*symbol);
            restore(*symbol, state);
        }
    }
    return state;
}

// The order that the print starts or joins. What is not single-leg never grows: `alone`.
Order& Engine::Core::orderOf(const domain::Trade& trade, PrintClass printClass, ContractState& contract,
                             Order& alone, bool* starts)
{
    const bool single = printClass == PrintClass::SingleLeg;
    Order& order = single ? contract.order : alone;
    *starts = !ordermerger::joins(order, trade, printClass);
    if (!*starts) {
        ordermerger::join(order, trade);
        return order;
    }
    if (!order.learnt)
        learnt.learn(order, contract);
    order = ordermerger::start(trade, printClass);
    if (single)
        m_open.push({&contract, order.startMs});
    return order;
}

void Engine::Core::judgeOrder(const domain::Trade& trade, std::uint64_t row, PrintClass printClass,
                              ContractState& contract, CancelBook::Print& print)
{
    UnderlyingState& underlying = learnt.of(contract);
    const MarketClock::Moment moment = clock.at(trade.time());
    if (moment.day != contract.day)
        learnt.startDay(moment.day, contract);
    alerts.startDay(learnt.day);
    Order alone;
    bool starts = false;
    Order& order = orderOf(trade, printClass, contract, alone, &starts);
    const bool reopens = reopensTrading(trade.conditions);
    orderrate::see(moment, underlying.rate);
    const bool counted = starts && printClass == PrintClass::SingleLeg &&
                         orderrate::count(moment, reopens, contract.rate, underlying.rate);
    print.startsOrder = starts;
    print.counted = counted;
    const OrderPace pace(moment, contract.rate, underlying.rate);
    const RecentOrders recent(m_prints, m_contracts, contract.newestPrint);
    const double tail = learnt.sizes.tail(printClass, order.size, underlying.sizes, contract.sizes);
    const Observation seen{trade,   printClass, order,          starts,
                           reopens, tail,       contract.sizes, underlying.sizes,
                           moment,  pace,       counted,        recent,
                           *m_table[trade.contract].symbol,     m_table};
    Peaks& peaks = printClass == PrintClass::MultiLeg ? placeInPackage(trade, contract, underlying, order)
                                                      : contract.peaks;
    Case of{seen, row, order, contract, underlying, peaks, {}};
    score(of);
    if (of.scores.ofContract >= of.threshold || book.isOpen(order.anomaly))
        report(of);
    if (of.scores.ofUnderlying >= of.threshold)
        reportUnderlying(of);
    if (printClass != PrintClass::SingleLeg)
        learnt.learn(order, contract);
}

// A leg belongs to the anomaly of its package, and its alerts count as the package's.
Peaks& Engine::Core::placeInPackage(const domain::Trade& trade, ContractState& contract,
                                    UnderlyingState& underlying, Order& leg)
{
    Package& package = underlying.package;
    if (package.joins(trade)) {
        package.join(contract.newestPrint);
        leg.anomaly = package.anomaly;
    } else {
        package.start(trade, contract.newestPrint, contract);
    }
    return package.first()->peaks;
}

void Engine::Core::score(Case& of)
{
    const Observation& seen = of.seen;
    of.contract.premium.add(seen.trade);
    of.underlying.premium.add(seen.trade);
    forEachDetector([&](auto i) {
        const Finding found =
            std::get<i>(learnt.detectors)
                .judge(seen, std::get<i>(of.contract.detectors), std::get<i>(of.underlying.detectors));
        of.scores.raw[i] = found.surprise;
        of.scores.silent[i] = found.reason;
    });
    calibrate(of);
    learnt.board.count(of.scores, seen.trade.time(), of.peaks, of.underlying.peaks, alerts);
    of.threshold = thresholdFor(seen.printClass);
    m_log.judged(of.row, of.scores, of.threshold);
    if (observer != nullptr)
        observe(of);
}

void Engine::Core::calibrate(Case& of) const
{
    const Observation& seen = of.seen;
    learnt.board.calibrate(of.scores, {seen.trade.price.times(seen.order.size, 100).lossyDollars(),
                                       of.contract.premium.dollars(), of.underlying.premium.dollars()});
}

double Engine::Core::thresholdFor(PrintClass printClass) const
{
    const std::uint32_t known = learnt.sizes.marketOrders(printClass);
    const double caution = known < kEnoughOrders ? kCaution * (1.0 - double(known) / kEnoughOrders) : 0.0;
    return learnt.board.threshold() + caution;
}

void Engine::Core::observe(const Case& of) const
{
    std::array<DetectorScore, kDetectors> scores;
    forEachDetector([&](auto i) {
        scores[i] = {std::tuple_element_t<i, Detectors>::kKind, of.scores.raw[i], of.scores.calibrated[i]};
    });
    observer->scored(of.seen.trade, of.row, scores, of.seen.sizeTail);
}

void Engine::Core::closeOrders(domain::UnixMs now)
{
    while (!m_open.isEmpty() && m_open.front().startMs + kLearnAfterMs <= now.value) {
        ContractState& contract = *m_open.front().contract;
        // The contract may run a younger order by now, which has its own place in the queue.
        if (!contract.order.learnt && contract.order.startMs + kLearnAfterMs <= now.value)
            learnt.learn(contract.order, contract);
        m_open.pop();
    }
}

QJsonObject Engine::Core::rules() const
{
    QJsonObject all;
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        QJsonObject rules = Detector::rules();
        rules.insert(QStringLiteral("shipped_location"), Detector::kShipped.location);
        rules.insert(QStringLiteral("slope"), Detector::kShipped.slope);
        rules.insert(QStringLiteral("enabled"), learnt.board.settings().kinds.has(Detector::kKind));
        all.insert(QLatin1String(domain::kindWord(Detector::kKind)), rules);
    });
    all.insert(QStringLiteral("merge"),
               QJsonObject{{QStringLiteral("cool_down_ms"), int(kCoolDownMs)},
                           {QStringLiteral("underlying_cool_down_ms"), int(kUnderlyingCoolDownMs)},
                           {QStringLiteral("out_of_order_ms"), int(kOutOfOrderMs)},
                           {QStringLiteral("burst_rise"), kRise}});
    all.insert(
        QStringLiteral("budget"),
        QJsonObject{{QStringLiteral("flags_per_100k"), learnt.board.settings().flagsPer100k},
                    {QStringLiteral("least_premium"), learnt.board.settings().leastPremium.lossyDollars()},
                    {QStringLiteral("enough_orders"), int(kEnoughOrders)},
                    {QStringLiteral("caution"), kCaution}});
    return all;
}

} // namespace flowglass::detect
