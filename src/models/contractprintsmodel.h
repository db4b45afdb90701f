// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/parts/tradecells.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>
#include <unordered_set>

namespace flowglass::tape {
class TradeStore;
}

namespace flowglass::models {

// The prints of one contract, newest first, with those of an anomaly highlighted. Has no timer: flush() is
// the display tick. The store, the table and the engine must outlive it. GUI thread.
class ContractPrintsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Price, Size, Premium, Exchange, Conditions, Flag, Count };
    Q_ENUM(Column)

    ContractPrintsModel(const tape::TradeStore& store, const domain::ContractTable& contracts,
                        const detect::Engine& engine, QObject* parent = nullptr);

    void setContract(std::optional<domain::ContractId> contract); // resets
    std::optional<domain::ContractId> contract() const { return m_contract; }
    void flush(); // at most one insertion and one removal
    // Flags changed: repaints; rows stay.
    void onAnomalyUpdated(quint32 id);
    void onJudgedAgain();
    void setHighlight(const std::vector<std::uint64_t>& storeRows);
    void setZone(const domain::ZoneTime& zone);
    void setSharesPerContract(domain::ContractId contract, std::int64_t shares);

    std::optional<std::uint64_t> storeRow(int row) const;
    int rowOf(std::uint64_t storeRow) const; // -1 when not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void repaint();
    QVariant cell(std::uint64_t row, Column column, int role) const;
    static TradeCells::Cell cellOf(Column column);

    const tape::TradeStore& m_store;
    const detect::Engine& m_engine;
    TradeCells m_cells;
    std::optional<domain::ContractId> m_contract;
    std::deque<std::uint32_t> m_rows; // of the store, oldest first
    std::unordered_set<std::uint64_t> m_highlight;
    bool m_flagsChanged = false;
};

} // namespace flowglass::models
