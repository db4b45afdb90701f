// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tradetapemodel.h"

#include "detect/engine.h"
#include "models/parts/rowranges.h"
#include "tape/tradestore.h"

#include <algorithm>
#include <utility>

namespace flowglass::models {

namespace {

bool holds(const TapeEntries& entries, std::size_t place, TapeEntry entry)
{
    return place < entries.size() && entries[place] == entry;
}

} // namespace

TradeTapeModel::TradeTapeModel(const tape::TradeStore& store, const domain::ContractTable& contracts,
                               const detect::Engine& engine, QObject* parent)
    : TradeTapeModel(store, contracts, engine, Config(), parent)
{
}

TradeTapeModel::TradeTapeModel(const tape::TradeStore& store, const domain::ContractTable& contracts,
                               const detect::Engine& engine, Config config, QObject* parent)
    : QAbstractTableModel(parent), m_store(store), m_engine(engine), m_config(config),
      m_cells(contracts, engine), m_heat(store), m_scanner(store, contracts, m_cells)
{
    m_scanner.restart({});
    takeOlder(m_scanner.older(QDeadlineTimer(m_config.slice)));
}

TradeTapeModel::~TradeTapeModel() = default;

void TradeTapeModel::flush()
{
    const QDeadlineTimer deadline(m_config.slice);
    removeEvicted();
    applyAnomalies();
    applyFills();
    takeNewer(m_scanner.newer(deadline));
    if (m_scanner.isSearching())
        takeOlder(m_scanner.older(deadline));
}

void TradeTapeModel::onAnomalyUpdated(quint32 id) { m_updated.insert(id); }

void TradeTapeModel::onJudgedAgain()
{
    m_updated.clear();
    m_anomalies.clear();
    if (m_scanner.dependsOnJudgement())
        restart(m_scanner.filter());
    else if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, int(Column::Count) - 1));
}

void TradeTapeModel::setFilter(const domain::TradeFilter& filter)
{
    if (filter != m_scanner.filter())
        restart(filter);
}

void TradeTapeModel::restart(const domain::TradeFilter& filter)
{
    beginResetModel();
    m_shown.clear();
    m_waiting.clear();
    m_deferred.clear();
    m_scanner.restart(filter);
    for (const TapeEntry entry : m_scanner.older(QDeadlineTimer(m_config.slice)))
        (waits(entry) ? m_waiting : m_shown).push_front(entry);
    endResetModel();
}

const domain::TradeFilter& TradeTapeModel::filter() const { return m_scanner.filter(); }

bool TradeTapeModel::isFiltering() const { return m_scanner.isSearching(); }

double TradeTapeModel::filterProgress() const { return m_scanner.progress(); }

void TradeTapeModel::setNewestFirst(bool newestFirst)
{
    if (newestFirst == m_newestFirst)
        return;
    beginResetModel();
    m_newestFirst = newestFirst;
    endResetModel();
}

void TradeTapeModel::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_shownEnd = m_scanner.to();
    m_shownMarkers = m_scanner.markersTo();
    m_paused = paused;
    if (paused)
        return;
    const std::vector<TapeEntry> waiting(m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    insertAt(m_shown.size(), waiting);
    const Rows deferred(m_deferred.begin(), m_deferred.end());
    m_deferred.clear();
    applyMembership(deferred);
}

int TradeTapeModel::pending() const { return int(m_waiting.size()); }

void TradeTapeModel::setZone(const domain::ZoneTime& zone)
{
    m_cells.setZone(zone);
    columnChanged(Column::Time);
    Q_EMIT headerDataChanged(Qt::Horizontal, int(Column::Time), int(Column::Time));
}

void TradeTapeModel::setSharesPerContract(domain::ContractId contract, std::int64_t shares)
{
    if (m_cells.setShares(contract, shares))
        columnChanged(Column::Premium);
}

void TradeTapeModel::columnChanged(Column column)
{
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, int(column)), index(rowCount() - 1, int(column)));
}

std::optional<std::uint64_t> TradeTapeModel::storeRow(int row) const
{
    if (row < 0 || row >= rowCount() || m_shown[positionAt(row)].isMarker())
        return std::nullopt;
    return m_shown[positionAt(row)].row();
}

int TradeTapeModel::rowOf(std::uint64_t storeRow) const
{
    const TapeEntry entry = TapeEntry::print(storeRow);
    const std::size_t place = placeOf(m_shown, entry);
    return holds(m_shown, place, entry) ? rowAt(place) : -1;
}

void TradeTapeModel::removeEvicted()
{
    const auto evicted = [this](const TapeEntries& entries) {
        const auto kept = std::ranges::partition_point(entries, [this](TapeEntry e) { return isEvicted(e); });
        return std::size_t(kept - entries.begin());
    };
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(evicted(m_waiting)));
    if (const std::size_t count = evicted(m_shown); count > 0)
        removeAt(0, count - 1);
}

void TradeTapeModel::takeNewer(const std::vector<TapeEntry>& entries)
{
    if (m_paused)
        m_waiting.insert(m_waiting.end(), entries.begin(), entries.end());
    else
        insertAt(m_shown.size(), entries);
}

// Entries come newest first. What waits is newer than anything shown, so it comes first.
void TradeTapeModel::takeOlder(const std::vector<TapeEntry>& entries)
{
    const auto shown = std::ranges::find_if_not(entries, [this](TapeEntry e) { return waits(e); });
    m_waiting.insert(m_waiting.begin(), std::make_reverse_iterator(shown), entries.rend());
    insertAt(0, std::vector<TapeEntry>(entries.rbegin(), std::make_reverse_iterator(shown)));
}

void TradeTapeModel::applyAnomalies()
{
    Rows rows;
    for (const quint32 id : m_updated)
        collectChanged(id, rows);
    m_updated.clear();
    if (m_scanner.dependsOnFlags())
        applyMembership(rows);
    emitChanged(rows);
    applyMembership(m_scanner.takenBack());
}

// What is said of the gaps.
void TradeTapeModel::applyFills()
{
    if (std::exchange(m_fillRevision, m_store.fillRevision()) == m_store.fillRevision())
        return;
    for (std::size_t marker = 0; marker < m_store.markers().size(); ++marker) {
        const TapeEntry entry = TapeEntry::marker(marker);
        const std::size_t place = placeOf(m_shown, entry);
        for (std::size_t at = place; at < m_shown.size() && m_shown[at].isMarker(); ++at)
            Q_EMIT dataChanged(index(rowAt(at), 0), index(rowAt(at), int(Column::Count) - 1));
    }
}

// Only rows that were looked at already: the others will be seen as they are by then.
void TradeTapeModel::collectChanged(quint32 id, Rows& rows)
{
    const domain::Anomaly& anomaly = m_engine.anomaly(id);
    const auto cancelled
        = std::size_t(std::ranges::count(anomaly.prints, true, &domain::AnomalyPrint::cancelled));
    Shown& last = m_anomalies[id];
    const bool relabelled
        = last.kinds != anomaly.kinds || last.state != anomaly.state || last.cancelled != cancelled;
    const std::uint64_t from = std::max(m_scanner.from(), m_store.begin());
    for (std::size_t at = relabelled ? 0 : last.prints; at < anomaly.prints.size(); ++at) {
        const std::uint64_t row = anomaly.prints[at].row;
        if (row >= from && row < m_scanner.to())
            rows.push_back(row);
    }
    last = {anomaly.kinds, anomaly.state, anomaly.prints.size(), cancelled};
}

// The flag of these rows changed, or a cancel took them back, and with it perhaps whether they pass the filter.
void TradeTapeModel::applyMembership(const Rows& rows)
{
    std::vector<TapeEntry> changed;
    for (const std::uint64_t row : rows) {
        if (row < m_store.begin())
            continue;
        const TapeEntry entry = TapeEntry::print(row);
        TapeEntries& entries = waits(entry) ? m_waiting : m_shown;
        const std::size_t place = placeOf(entries, entry);
        const bool there = holds(entries, place, entry);
        if (there == m_scanner.passes(row))
            continue;
        if (&entries == &m_shown && m_paused)
            m_deferred.insert(row);
        else if (&entries == &m_shown)
            changed.push_back(entry);
        else if (there)
            m_waiting.erase(m_waiting.begin() + std::ptrdiff_t(place));
        else
            m_waiting.insert(m_waiting.begin() + std::ptrdiff_t(place), entry);
    }
    changeShown(std::move(changed));
}

// Takes out those that are there and puts in those that are not, newest first, so that the places of what is
// still to do stay right; neighbours in one step.
void TradeTapeModel::changeShown(std::vector<TapeEntry> changed)
{
    std::ranges::sort(changed, [](TapeEntry a, TapeEntry b) { return a.row() < b.row(); });
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    while (!changed.empty()) {
        const std::size_t place = placeOf(m_shown, changed.back());
        if (holds(m_shown, place, changed.back())) {
            std::size_t first = place;
            changed.pop_back();
            for (; first > 0 && !changed.empty() && m_shown[first - 1] == changed.back(); --first)
                changed.pop_back();
            removeAt(first, place);
            continue;
        }
        std::vector<TapeEntry> entries;
        while (!changed.empty() && placeOf(m_shown, changed.back()) == place
               && !holds(m_shown, place, changed.back())) {
            entries.push_back(changed.back());
            changed.pop_back();
        }
        std::ranges::reverse(entries);
        insertAt(place, entries);
    }
}

void TradeTapeModel::emitChanged(const Rows& rows)
{
    std::vector<int> shown;
    for (const std::uint64_t row : rows) {
        if (const int at = rowOf(row); at >= 0)
            shown.push_back(at);
    }
    for (const RowRange range : changedRanges(std::move(shown), rowCount()))
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, int(Column::Count) - 1));
}

void TradeTapeModel::insertAt(std::size_t position, const std::vector<TapeEntry>& entries)
{
    if (entries.empty())
        return;
    const auto first = int(m_newestFirst ? m_shown.size() - position : position);
    beginInsertRows({}, first, first + int(entries.size()) - 1);
    m_shown.insert(m_shown.begin() + std::ptrdiff_t(position), entries.begin(), entries.end());
    endInsertRows();
}

void TradeTapeModel::removeAt(std::size_t first, std::size_t last)
{
    const int a = rowAt(first);
    const int b = rowAt(last);
    beginRemoveRows({}, std::min(a, b), std::max(a, b));
    m_shown.erase(m_shown.begin() + std::ptrdiff_t(first), m_shown.begin() + std::ptrdiff_t(last) + 1);
    endRemoveRows();
}

bool TradeTapeModel::waits(TapeEntry entry) const
{
    return m_paused && (entry.isMarker() ? entry.markerNumber() >= m_shownMarkers : entry.row() >= m_shownEnd);
}

bool TradeTapeModel::isEvicted(TapeEntry entry) const
{
    return (entry.isMarker() ? m_store.markers()[entry.markerNumber()].beforeRow : entry.row()) < m_store.begin();
}

std::size_t TradeTapeModel::placeOf(const TapeEntries& entries, TapeEntry entry) const
{
    const auto rank = [this](TapeEntry e) {
        return e.isMarker() ? m_store.markers()[e.markerNumber()].beforeRow * 2 : e.row() * 2 + 1;
    };
    return std::size_t(std::ranges::lower_bound(entries, rank(entry), std::ranges::less(), rank) - entries.begin());
}

int TradeTapeModel::rowAt(std::size_t position) const
{
    return int(m_newestFirst ? m_shown.size() - 1 - position : position);
}

std::size_t TradeTapeModel::positionAt(int row) const
{
    return m_newestFirst ? m_shown.size() - 1 - std::size_t(row) : std::size_t(row);
}

} // namespace flowglass::models
