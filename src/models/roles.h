// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <cstdint>

namespace flowglass::models {

// What every model of this folder answers beside Qt's own roles. Delegates get the ids they need in their
// constructors, so they know roles and never models.
enum Role : int {
    ValueRole = Qt::UserRole + 1, // the raw value of the cell: for copying and comparing
    RightRole,                    // Right of the contract, as int
    FlagRole,                     // id of the anomaly this print stands in, 0 for none (uint)
    KindsRole,                    // 1 << AnomalyKind for each kind of the flag or anomaly (uint)
    StateRole,                    // Triage of the anomaly, as int
    RowKindRole,                  // RowKind, as int
    HighlightRole,                // this print belongs to the anomaly that is shown (bool)
    CancelledRole,                // a later cancel took this print back; an anomaly: withdrawn (bool)
    AdjustedRole,                 // the contract does not deliver the standard 100 shares (bool)
    StoreRowRole,                 // row of the trade store (qulonglong)
    ContractRole,                 // ContractId::value (uint)
    AnomalyIdRole,                // id of the anomaly of this row of the anomaly list (uint)
    BusyRole,                     // this recording is being analysed (bool)
    FateRole,                     // AnomalyDiffRow::Fate of this row, as int
    FetchedRole,                  // the feed missed this print and it was fetched afterwards (bool)
    HeatRole                      // of a size: per cent of the contract's prints before it that were smaller; of a
                                  // premium: per cent of the tiers it reaches (int); invalid where there is none
};

enum class RowRight : std::uint8_t { None, Call, Put };
enum class RowKind : std::uint8_t { Trade, Gap };
// What the person did with an anomaly.
enum class Triage : std::uint8_t { New, Seen, Starred, Dismissed };

} // namespace flowglass::models
