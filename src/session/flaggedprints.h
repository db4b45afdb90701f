// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/contractservice.h"
#include "detect/engine.h"
#include "exporting/exportorder.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace flowglass::session {

// What all rows of an anomaly have in common.
exporting::ExportRow rowOf(const domain::Anomaly& anomaly);
// And what differs: an anomaly may have prints of several contracts.
void setTrade(exporting::ExportRow& row, const domain::Trade& trade, const domain::ContractTable& contracts,
              const contracts::ContractService& service);

// The prints that stand in open anomalies, as rows for an export: a snapshot, in order of time, with the
// shares per contract as far as REST has told. `ids`: only of these anomalies; empty: of all.
std::vector<exporting::ExportRow> flaggedPrints(const detect::Engine& engine,
                                                const domain::ContractTable& contracts,
                                                const contracts::ContractService& service,
                                                std::optional<std::span<const std::uint32_t>> ids);

} // namespace flowglass::session
