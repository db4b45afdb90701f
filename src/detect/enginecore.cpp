// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/enginecore.h"

#include <algorithm>
#include <cstring>

namespace flowglass::detect {

namespace {

constexpr std::int64_t kLearnAfterMs = 1'000;  // an order grows no longer
constexpr std::uint64_t kRefreshEvery = 1'024; // judged prints between two looks at the rates

std::array<Calibrator, kDetectors> shippedCalibrators()
{
    return []<std::size_t... I>(std::index_sequence<I...>)
    {
        return std::array<Calibrator, kDetectors>{
            Calibrator(std::tuple_element_t<I, Detectors>::kShipped)...};
    }
    (std::make_index_sequence<kDetectors>{});
}

} // namespace

Engine::Core::Core(const domain::ContractTable& contracts, Settings given)
    : settings(given), budget(given.flagsPer100k), m_table(contracts), m_calibrators(shippedCalibrators())
{
    reported.reserve(4);
}

void Engine::Core::judge(const domain::Trade& trade, std::uint64_t row)
{
    reported.clear();
    lastCancelled.reset();
    const PrintClass printClass = classOf(trade.conditions);
    ContractState& contract = stateOf(trade.contract);
    if (printClass == PrintClass::Cancel) {
        takeBack(trade, contract);
        return;
    }
    contract.newestPrint = m_prints.add(trade, row, contract.newestPrint, printClass);
    if (!isJudged(trade, printClass, contract))
        return;
    CancelBook::Print& print = *m_prints.print(contract.newestPrint);
    print.judged = true;
    contract.newestMs = std::max(contract.newestMs, trade.time().value);
    closeOrders(trade.time());
    judgeOrder(trade, row, printClass, contract, print);
    m_firstMs = m_firstMs == 0 ? trade.time().value : m_firstMs;
    warmup.activityReady =
        warmup.activityReady || trade.time().value - m_firstMs >= ActivityDetector::kSilentMs;
    if (++warmup.judged % kRefreshEvery == 0)
        refresh();
}

bool Engine::Core::isJudged(const domain::Trade& trade, PrintClass printClass,
                            const ContractState& contract) const
{
    return printClass != PrintClass::VolumeOnly && contract.underlying != ContractState::kUnreadable &&
           trade.size > 0 && trade.time().value >= contract.newestMs - kOutOfOrderMs;
}

ContractState& Engine::Core::stateOf(domain::ContractId contract)
{
    bool fresh = false;
    ContractState& state = m_contracts.of(contract, &fresh);
    if (fresh) {
        state.highest.fill(std::int16_t(AlertRates::kNone));
        if (const auto& symbol = m_table[contract].symbol)
            state.underlying = underlyingOf(*symbol);
    }
    return state;
}

std::uint32_t Engine::Core::underlyingOf(const domain::OptionSymbol& symbol)
{
    std::uint64_t key = 0;
    std::memcpy(&key, symbol.root.data(), symbol.root.size());
    const auto [at, fresh] = m_byRoot.emplace(key, std::uint32_t(m_underlyings.size()));
    if (fresh)
        m_underlyings.emplace_back();
    return at->second;
}

void Engine::Core::startDay(const SessionProfile::Moment& moment, ContractState& contract,
                            UnderlyingState& underlying)
{
    const auto passes = [&moment](std::int32_t& day) {
        const bool next = day != 0 && moment.day > day;
        day = std::max(day, moment.day);
        return next;
    };
    if (passes(m_day)) {
        budget.rates().fade();
        for (Calibrator& calibrator : m_calibrators)
            calibrator.rates().fade();
    }
    if (passes(underlying.day))
        forEachDetector(
            [&](auto i) { std::tuple_element_t<i, Detectors>::startDay(std::get<i>(underlying.detectors)); });
    if (passes(contract.day))
        forEachDetector(
            [&](auto i) { std::tuple_element_t<i, Detectors>::startDay(std::get<i>(contract.detectors)); });
}

void Engine::Core::judgeOrder(const domain::Trade& trade, std::uint64_t row, PrintClass printClass,
                              ContractState& contract, CancelBook::Print& print)
{
    UnderlyingState& underlying = m_underlyings[contract.underlying];
    const SessionProfile::Moment& moment = m_profile.at(trade.time());
    if (moment.day != contract.day)
        startDay(moment, contract, underlying);

    const bool single = printClass == PrintClass::SingleLeg;
    Order alone; // what is not single-leg never grows
    Order& order = single ? contract.order : alone;
    print.startsOrder = !ordermerger::joins(order, trade, printClass);
    if (print.startsOrder) {
        if (!order.learnt)
            learn(order, contract);
        order = ordermerger::start(trade, printClass);
        if (single)
            m_open.push({&contract, order.startMs});
    } else {
        ordermerger::join(order, trade);
    }
    const double tail = m_sizes.tail(printClass, order.size, underlying.sizes, contract.sizes);
    const Observation seen{trade,
                           printClass,
                           order,
                           print.startsOrder,
                           reopensTrading(trade.conditions),
                           tail,
                           contract.sizes,
                           underlying.sizes,
                           moment,
                           *m_table[trade.contract].symbol};
    const Verdict verdict = score(seen, contract, underlying);
    if (verdict.flagged() || book.isOpen(order.anomaly))
        report(seen, verdict, order, row, contract, underlying);
    if (!single)
        learn(order, contract);
}

Engine::Core::Verdict Engine::Core::score(const Observation& seen, ContractState& contract,
                                          UnderlyingState& underlying)
{
    Verdict verdict;
    std::array<double, kDetectors> raw{};
    forEachDetector([&](auto i) {
        raw[i] = std::get<i>(m_detectors)
                     .judge(seen, std::get<i>(contract.detectors), std::get<i>(underlying.detectors));
        verdict.calibrated[i] = m_calibrators[i].calibrated(raw[i]);
        verdict.score = std::max(verdict.score, verdict.calibrated[i]);
    });
    countAlert(raw, verdict.score, seen.trade.time(), contract);
    verdict.threshold = budget.threshold();
    const std::uint32_t known = m_sizes.marketOrders(seen.printClass);
    if (known < kEnoughOrders)
        verdict.threshold += kCaution * (1.0 - double(known) / kEnoughOrders);
    return verdict;
}

// Only the highest of a contract and minute counts: the rates speak of alerts, not of prints.
void Engine::Core::countAlert(const std::array<double, kDetectors>& raw, double score, domain::UnixMs time,
                              ContractState& contract)
{
    const auto minute = std::uint32_t(time.value / 60'000);
    if (minute > contract.minute) {
        contract.minute = minute;
        contract.highest.fill(std::int16_t(AlertRates::kNone));
    }
    const auto count = [&contract](std::size_t at, double height, AlertRates& rates) {
        rates.countPrint();
        const int bin = AlertRates::binOf(height);
        std::int16_t& highest = contract.highest[at];
        if (bin <= highest)
            return;
        rates.rise(highest, bin);
        highest = std::int16_t(bin);
    };
    for (std::size_t at = 0; at < kDetectors; ++at)
        count(at, raw[at], m_calibrators[at].rates());
    count(kDetectors, score, budget.rates());
}

void Engine::Core::refresh()
{
    for (Calibrator& calibrator : m_calibrators)
        calibrator.refresh();
    budget.refresh();
}

void Engine::Core::closeOrders(domain::UnixMs now)
{
    while (!m_open.isEmpty() && m_open.front().startMs + kLearnAfterMs <= now.value) {
        ContractState& contract = *m_open.front().contract;
        // The contract may run a younger order by now, which has its own place in the queue.
        if (!contract.order.learnt && contract.order.startMs + kLearnAfterMs <= now.value)
            learn(contract.order, contract);
        m_open.pop();
    }
}

void Engine::Core::learn(const Order& order, ContractState& contract)
{
    UnderlyingState& underlying = m_underlyings[contract.underlying];
    m_sizes.learn(order.printClass, order.size, underlying.sizes, contract.sizes);
    forEachDetector(
        [&](auto i) { std::get<i>(m_detectors).closeOrder(order, std::get<i>(underlying.detectors)); });
    if (&order == &contract.order)
        contract.order.learnt = true;
}

void Engine::Core::forget(const Order& order, ContractState& contract)
{
    UnderlyingState& underlying = m_underlyings[contract.underlying];
    m_sizes.unlearn(order.printClass, order.size, underlying.sizes, contract.sizes);
    forEachDetector(
        [&](auto i) { std::get<i>(m_detectors).forgetOrder(order, std::get<i>(underlying.detectors)); });
}

void Engine::Core::setSettings(Settings given)
{
    settings = given;
    budget.setFlagsPer100k(given.flagsPer100k);
}

QJsonObject Engine::Core::rules() const
{
    QJsonObject all;
    forEachDetector([&](auto i) {
        using Detector = std::tuple_element_t<i, Detectors>;
        QJsonObject rules = Detector::rules();
        rules.insert(QStringLiteral("shipped_location"), Detector::kShipped.location);
        rules.insert(QStringLiteral("slope"), Detector::kShipped.slope);
        all.insert(QLatin1String(domain::kindWord(Detector::kKind)), rules);
    });
    all.insert(QStringLiteral("merge"), QJsonObject{{QStringLiteral("cool_down_ms"), int(kCoolDownMs)},
                                                    {QStringLiteral("out_of_order_ms"), int(kOutOfOrderMs)},
                                                    {QStringLiteral("burst_rise"), kRise}});
    all.insert(QStringLiteral("budget"),
               QJsonObject{{QStringLiteral("flags_per_100k"), settings.flagsPer100k},
                           {QStringLiteral("enough_orders"), int(kEnoughOrders)},
                           {QStringLiteral("caution"), kCaution}});
    return all;
}

} // namespace flowglass::detect
