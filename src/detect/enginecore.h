// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/anomalybook.h"
#include "detect/cancelbook.h"
#include "detect/contractstate.h"
#include "detect/engine.h"
#include "detect/orderqueue.h"
#include "detect/stats/budget.h"
#include "detect/stats/calibrator.h"

#include <unordered_map>

namespace flowglass::detect {

// The way of a print through the shared pieces and the detectors. Behind Engine, whose contract it keeps.
class Engine::Core
{
public:
    static constexpr std::int64_t kOutOfOrderMs = 2'000;
    static constexpr std::int64_t kCoolDownMs = 60'000;
    static constexpr std::uint32_t kEnoughOrders = 200; // below it, the threshold is up to kCaution higher
    static constexpr double kCaution = 1.0;
    static constexpr double kSupport = 1.0; // a second reason is told when within this of the threshold
    static constexpr double kRise = 0.5;    // of the score, for a print of a burst to join

    Core(const domain::ContractTable& contracts, Settings settings);

    void judge(const domain::Trade& trade, std::uint64_t row);
    void setSettings(Settings settings);
    QJsonObject rules() const;

    std::vector<std::uint32_t> reported; // ids, by the last judge()
    std::optional<std::uint64_t> lastCancelled;
    std::uint64_t unresolvedCancels = 0;
    Settings settings;
    Warmup warmup;
    AnomalyBook book;
    Budget budget;

private:
    struct Verdict
    {
        std::array<double, kDetectors> calibrated{};
        double score = 0.0;
        double threshold = 0.0;
        bool flagged() const { return score >= threshold; }
    };

    ContractState& stateOf(domain::ContractId contract);
    std::uint32_t underlyingOf(const domain::OptionSymbol& symbol);
    bool isJudged(const domain::Trade& trade, PrintClass printClass, const ContractState& contract) const;
    void startDay(const SessionProfile::Moment& moment, ContractState& contract, UnderlyingState& underlying);
    void judgeOrder(const domain::Trade& trade, std::uint64_t row, PrintClass printClass,
                    ContractState& contract, CancelBook::Print& print);
    Verdict score(const Observation& seen, ContractState& contract, UnderlyingState& underlying);
    void countAlert(const std::array<double, kDetectors>& raw, double score, domain::UnixMs time,
                    ContractState& contract);
    void report(const Observation& seen, const Verdict& verdict, Order& order, std::uint64_t row,
                ContractState& contract, UnderlyingState& underlying);
    bool addOrder(std::uint32_t id, const Order& order, ContractState& contract, const domain::Trade& trade,
                  std::uint64_t row);
    bool tell(std::uint32_t id, const Observation& seen, const Verdict& verdict, ContractState& contract,
              UnderlyingState& underlying);
    bool joinsBurst(std::uint32_t id, const Verdict& verdict) const;

    void closeOrders(domain::UnixMs now);
    void learn(const Order& order, ContractState& contract);
    void forget(const Order& order, ContractState& contract);
    void takeBack(const domain::Trade& cancel, ContractState& contract);
    void undo(std::uint32_t serial, CancelBook::Print& print, ContractState& contract);
    void refresh();

    const domain::ContractTable& m_table;
    ContractStateTable m_contracts;
    std::deque<UnderlyingState> m_underlyings;
    std::unordered_map<std::uint64_t, std::uint32_t> m_byRoot;
    SizeModel m_sizes;
    SessionProfile m_profile;
    CancelBook m_prints;
    OrderQueue m_open;
    Detectors m_detectors;
    std::array<Calibrator, kDetectors> m_calibrators;
    std::int32_t m_day = 0;
    std::int64_t m_firstMs = 0;
};

} // namespace flowglass::detect
