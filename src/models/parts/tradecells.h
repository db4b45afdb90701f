// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "domain/time/markettime.h"
#include "models/parts/contractshares.h"
#include "models/numbertext.h"

#include <QHash>
#include <QString>
#include <QVariant>

#include <array>

namespace flowglass::detect {
class Engine;
}

namespace flowglass::models {

// What every table of this folder says in the same words.
QVariant cellAlignment(bool number);
QVariant struckFont();
quint32 kindBits(domain::KindSet kinds); // KindsRole
QString contractName(const domain::ContractTable::Entry& contract);    // "NVDA 18 Dec 26 150 C"
// What an anomaly is about: its contract's name, or "NVDA options".
QString anomalySubject(const domain::Anomaly& anomaly, const domain::ContractTable::Entry& leading);
QString spokenContract(const domain::ContractTable::Entry& contract);  // "NVDA 18 Dec 26 150 call"
QString contractToolTip(const domain::ContractTable::Entry& contract); // raw ticker, and what is odd about it

// The cells of one print: text, tooltip and raw value of every column that any table of prints has. Made when
// painted, so it keeps what would be looked up each time (locale, names of kinds and conditions). The table
// and the engine must outlive it. Not thread-safe.
class TradeCells
{
public:
    enum class Cell { Time, Contract, Dte, Price, Size, Premium, Exchange, Conditions, Flag };

    TradeCells(const domain::ContractTable& contracts, const detect::Engine& engine);

    // Any role of a print, HighlightRole apart (false). row: of the trade store.
    QVariant data(const domain::Trade& trade, std::uint64_t row, Cell cell, int role) const;
    QVariant header(Cell cell, int role) const;
    // Its place among the flagged: the anomaly it stands in, 0 for none, cancelled or withdrawn.
    quint32 standingFlag(std::uint64_t row) const;

    void setZone(const domain::ZoneTime& zone) { m_zone = zone; }
    const domain::ZoneTime& zone() const { return m_zone; }
    bool setShares(domain::ContractId contract, std::int64_t shares) { return m_shares.set(contract, shares); }
    QString kindNames(domain::KindSet kinds) const; // "Size, Sweep"

private:
    QString text(const domain::Trade& trade, std::uint64_t row, Cell cell) const;
    QString toolTip(const domain::Trade& trade, std::uint64_t row, Cell cell) const;
    QString spoken(const domain::Trade& trade, std::uint64_t row, Cell cell) const;
    QVariant value(const domain::Trade& trade, std::uint64_t row, Cell cell) const;
    QString flagText(std::uint64_t row) const;
    QString conditionsText(domain::Conditions conditions) const;

    const domain::ContractTable& m_contracts;
    const detect::Engine& m_engine;
    domain::ZoneTime m_zone = domain::ZoneTime::newYork();
    domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    NumberText m_numbers;
    ContractShares m_shares;
    std::array<QString, std::size_t(domain::AnomalyKind::Count)> m_kindNames;
    mutable QHash<quint32, QString> m_conditionTexts; // by the four codes; bounded
};

} // namespace flowglass::models
