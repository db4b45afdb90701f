// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter/tradefilter.h"
#include "models/parts/sizeheat.h"
#include "models/parts/tapeentry.h"
#include "models/parts/tapescanner.h"
#include "models/parts/tradecells.h"
#include "tape/tradestore.h"

#include <QAbstractTableModel>

#include <chrono>
#include <set>
#include <unordered_map>

namespace flowglass::models {

// The live tape: the prints of the store that pass the filter, with a marker row for every gap of the feed and
// before what was fetched for it. A row is four bytes; its text is made when painted. It changes in flush() and
// the setters only, about Config::slice at a time. Store, table and engine must outlive it. GUI thread.
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
    void onJudgedAgain();              // every flag may be another

    void setFilter(const domain::TradeFilter& filter); // newest matches at once, the rest by and by
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

    std::optional<std::uint64_t> storeRow(int row) const; // empty for a marker
    int rowOf(std::uint64_t storeRow) const;              // -1 when not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Shown // what of an anomaly the rows last showed
    {
        domain::KindSet kinds;
        domain::Anomaly::State state = domain::Anomaly::State::Open;
        std::size_t prints = 0;
        std::size_t cancelled = 0;
    };
    using Rows = std::vector<std::uint64_t>; // of the store
    void removeEvicted();
    void takeNewer(const std::vector<TapeEntry>& entries);
    void takeOlder(const std::vector<TapeEntry>& entries);
    void restart(const domain::TradeFilter& filter);
    void applyAnomalies();
    void applyFills();
    void collectChanged(quint32 id, Rows& rows);
    void applyMembership(const Rows& rows);
    void changeShown(std::vector<TapeEntry> changed);
    void emitChanged(const Rows& rows);
    void insertAt(std::size_t position, const std::vector<TapeEntry>& entries);
    void removeAt(std::size_t first, std::size_t last);
    bool waits(TapeEntry entry) const; // while paused
    bool isEvicted(TapeEntry entry) const;
    std::size_t placeOf(const TapeEntries& entries, TapeEntry entry) const; // lower bound
    int rowAt(std::size_t position) const;
    std::size_t positionAt(int row) const;
    QVariant sizeData(std::uint64_t storeRow, int role) const;
    QString markerText(const tape::TradeStore::Marker& marker) const;
    QVariant markerData(const tape::TradeStore::Marker& marker, Column column, int role) const;
    void columnChanged(Column column);

    const tape::TradeStore& m_store;
    const detect::Engine& m_engine;
    Config m_config;
    TradeCells m_cells;
    NumberText m_numbers;
    SizeHeat m_heat;
    TapeScanner m_scanner;
    TapeEntries m_shown;   // oldest first, whatever the view shows
    TapeEntries m_waiting; // newer than all shown
    std::set<quint32> m_updated;
    std::set<std::uint64_t> m_deferred; // rows whose place in the filter changed while paused
    std::unordered_map<quint32, Shown> m_anomalies;
    std::uint64_t m_shownEnd = 0;   // store rows from here wait while paused
    std::size_t m_shownMarkers = 0; // markers from here wait while paused
    std::uint64_t m_fillRevision = 0;
    bool m_newestFirst = true;
    bool m_paused = false;
};

} // namespace flowglass::models
