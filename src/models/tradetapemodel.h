// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tradefilter.h"
#include "models/tapeentry.h"
#include "models/tapescanner.h"
#include "models/tradecells.h"

#include <QAbstractTableModel>

#include <chrono>
#include <memory>
#include <set>
#include <unordered_map>

namespace flowglass::models {

// The live tape: the prints of the store that pass the filter, with a marker row for every gap of the feed.
// A row is four bytes; its text is made when painted. Has no timer: nothing changes but in flush() and the
// setters, and a flush costs about Config::slice at most. The store, the table and the engine must outlive
// it. GUI thread.
class TradeTapeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Contract, Dte, Price, Size, Premium, Exchange, Conditions, Flag, Count };
    Q_ENUM(Column)

    struct Config
    {
        std::chrono::milliseconds slice{4}; // the longest one flush may look through trades
    };

    TradeTapeModel(const tape::TradeStore& store, const domain::ContractTable& contracts,
                   const detect::Engine& engine, QObject* parent = nullptr);
    TradeTapeModel(const tape::TradeStore& store, const domain::ContractTable& contracts,
                   const detect::Engine& engine, Config config, QObject* parent = nullptr);
    ~TradeTapeModel() override;

    // The display tick: at most one removal of rows the store no longer has, one insertion at the live edge,
    // one of older rows while a filter is being applied, and few changed ranges.
    void flush();
    void onAnomalyUpdated(quint32 id); // cheap; its rows change at the next flush

    // Shows the newest matches at once and the rest over the next flushes.
    void setFilter(const domain::TradeFilter& filter);
    const domain::TradeFilter& filter() const;
    bool isFiltering() const;
    double filterProgress() const; // 0 to 1; 1 when complete

    void setNewestFirst(bool newestFirst); // resets
    bool isNewestFirst() const { return m_newestFirst; }
    // Paused, the rows stay as they are; what arrives waits and is inserted in one batch on resuming.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    int pending() const; // rows that wait
    void setZone(const domain::ZoneTime& zone);
    void setSharesPerContract(domain::ContractId contract, std::int64_t shares);

    std::optional<std::uint64_t> storeRow(int row) const; // empty for a gap
    int rowOf(std::uint64_t storeRow) const;              // -1 when not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    // What of an anomaly the rows last showed.
    struct Shown
    {
        domain::KindSet kinds;
        domain::Anomaly::State state = domain::Anomaly::State::Open;
        std::size_t prints = 0;
        std::size_t cancelled = 0;
    };

    void rebuild();
    void removeEvicted();
    void insertNewer(const std::vector<TapeEntry>& entries);
    void insertOlder(const std::vector<TapeEntry>& entries);
    void applyAnomalies();
    void collectChanged(quint32 id, std::vector<std::uint64_t>& storeRows);
    void updateMembership(std::uint64_t storeRow);
    void emitChanged(const std::vector<std::uint64_t>& storeRows);
    int rowAt(std::size_t position) const;
    std::size_t positionAt(int row) const;
    QVariant gapData(const TapeEntry& entry, Column column, int role) const;

    const tape::TradeStore& m_store;
    Config m_config;
    TradeCells m_cells;
    TapeScanner m_scanner;
    TapeEntries m_shown;   // oldest first, whatever the view shows
    TapeEntries m_waiting; // newer than all shown
    std::set<quint32> m_updated;
    std::set<std::uint64_t> m_deferred; // rows whose place in the filter changed while paused
    std::unordered_map<quint32, Shown> m_anomalies;
    std::uint64_t m_shownEnd = 0;   // store rows from here wait while paused
    std::size_t m_shownGaps = 0;    // gaps from here wait while paused
    bool m_newestFirst = true;
    bool m_paused = false;
};

} // namespace flowglass::models
