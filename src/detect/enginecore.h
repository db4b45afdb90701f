// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/anomalybook.h"
#include "detect/cancelbook.h"
#include "detect/contractstate.h"
#include "detect/core/learnt.h"
#include "detect/core/marketclock.h"
#include "detect/core/mergerules.h"
#include "detect/core/storedcontracts.h"
#include "detect/engine.h"
#include "detect/history/scorelog.h"
#include "detect/history/settingslog.h"
#include "detect/orderqueue.h"

namespace flowglass::detect {

class ArchiveReader;
class ArchiveWriter;

// The way of a print through the shared pieces and the detectors. Behind Engine, whose contract it keeps.
class Engine::Core
{
public:
    Core(const domain::ContractTable& contracts, const Settings& settings);

    void judge(const domain::Trade& trade, std::uint64_t row);
    void setSettings(const Settings& settings);
    QJsonObject rules() const;
    QByteArray learntSoFar() const;
    std::optional<domain::Error> loadBaselines(QByteArrayView text); // leaves half of it when it fails
    BaselineInfo baselines() const;
    bool isFresh() const;
    const domain::ContractTable& table() const { return m_table; }
    domain::Explanation explain(const domain::Trade& trade, std::uint64_t row) const;

    std::vector<std::uint32_t> reported; // ids, by the last judge()
    std::optional<std::uint64_t> lastCancelled;
    std::uint64_t unresolvedCancels = 0;
    ScoreObserver* observer = nullptr;
    Warmup warmup;
    AnomalyBook book;
    Learnt learnt;
    MarketClock clock;
    AlertLog alerts;

private:
    // All that is known of the print under judgement. References are good for the call only.
    struct Case
    {
        const Observation& seen;
        std::uint64_t row;
        Order& order;
        ContractState& contract;
        UnderlyingState& underlying;
        Peaks& peaks; // that count its alerts: the contract's, or those of its package's first leg
        Scores scores;
        double threshold = 0.0;
    };

    ContractState& stateOf(domain::ContractId contract);
    static domain::NotJudged reasonAgainst(const domain::Trade& trade, PrintClass printClass,
                                           const ContractState& contract);
    Order& orderOf(const domain::Trade& trade, PrintClass printClass, ContractState& contract, Order& alone,
                   bool* starts);
    void judgeOrder(const domain::Trade& trade, std::uint64_t row, PrintClass printClass,
                    ContractState& contract, CancelBook::Print& print);
    Peaks& placeInPackage(const domain::Trade& trade, ContractState& contract, UnderlyingState& underlying,
                          Order& leg);
    void score(Case& of);
    void calibrate(Case& of) const;
    double thresholdFor(PrintClass printClass) const;
    void observe(const Case& of) const;
    void explainPlace(const domain::Trade& trade, std::uint64_t row, domain::Explanation& told) const;
    std::uint32_t runningAnomaly(const domain::Trade& trade, std::uint64_t row, bool ofUnderlying) const; // 0: none

    void report(Case& of);
    void reportUnderlying(const Case& of);
    bool addPrint(std::uint32_t id, const domain::Trade& trade, std::uint64_t row, std::int32_t day);
    std::uint32_t anomalyFor(const Case& of) const;
    std::uint32_t packageBefore(const Case& of) const;
    static bool speaksOfOrder(const Case& of);
    bool addOrder(std::uint32_t id, const Case& of, std::span<const std::uint32_t> serials);
    bool addPackage(std::uint32_t id, const Case& of);
    template <std::size_t i>
    Claims::Basis basisOf(const Case& of, std::span<const std::uint32_t> order) const;
    bool tell(std::uint32_t id, const Case& of, std::span<const std::uint32_t> order);
    bool joinsBurst(std::uint32_t id, const Case& of) const;

    void closeOrders(domain::UnixMs now);
    void takeBack(const domain::Trade& cancel, ContractState& contract);
    // Returns the anomalies that said something of it.
    std::vector<std::uint32_t> undo(std::uint32_t serial, const CancelBook::Print& print, ContractState& contract);
    void judgeAgain(const CancelBook::OrderPrints& left, ContractState& contract);
    void tagAgain(std::uint32_t id);

    void saveContracts(ArchiveWriter& pipe) const;
    bool readContracts(ArchiveReader& pipe, const QByteArray& plain);
    void restore(const domain::OptionSymbol& symbol, ContractState& contract);

    const domain::ContractTable& m_table;
    ContractStateTable m_contracts;
    CancelBook m_prints;
    OrderQueue m_open;
    ScoreLog m_log;
    SettingsLog m_settings;
    std::int64_t m_newestMs = 0; // highest event time judged
    StoredContracts m_stored;
    std::uint64_t m_storedContracts = 0; // left in it
    std::uint64_t m_savedBytes = 0;      // of what was loaded
    std::int64_t m_firstMs = 0;
};

} // namespace flowglass::detect
