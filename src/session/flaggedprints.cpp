// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/flaggedprints.h"

#include "domain/anomalytext.h"

#include <algorithm>

namespace flowglass::session {

namespace {

using domain::Anomaly;
using exporting::ExportRow;

std::int64_t sharesPerContract(const contracts::ContractService& service, const std::string& ticker)
{
    constexpr std::int64_t kStandard = 100;
    const domain::ContractDetail* detail = service.detail(QString::fromStdString(ticker));
    if (!detail || !detail->terms.value)
        return kStandard;
    return detail->terms.value->sharesPerContract.value_or(kStandard);
}

void addRows(std::vector<ExportRow>& rows, const Anomaly& anomaly, const domain::ContractTable& contracts,
             const contracts::ContractService& service)
{
    if (anomaly.state != Anomaly::State::Open)
        return;
    ExportRow row = rowOf(anomaly);
    for (const domain::AnomalyPrint* print : anomaly.standingPrints()) {
        setTrade(row, print->trade, contracts, service);
        rows.push_back(row);
    }
}

} // namespace

ExportRow rowOf(const Anomaly& anomaly)
{
    ExportRow row;
    row.anomaly = anomaly.id;
    row.kinds = anomaly.kinds;
    row.score = anomaly.score;
    row.explanation = domain::explanation(anomaly, domain::Wording::FixedEnglish);
    return row;
}

void setTrade(ExportRow& row, const domain::Trade& trade, const domain::ContractTable& contracts,
              const contracts::ContractService& service)
{
    const bool sameContract = !row.ticker.empty() && row.trade.contract == trade.contract;
    row.trade = trade;
    if (sameContract)
        return;
    const domain::ContractTable::Entry& contract = contracts[trade.contract];
    row.ticker = contract.ticker;
    row.symbol = contract.symbol;
    row.sharesPerContract = sharesPerContract(service, contract.ticker);
}

std::vector<ExportRow> flaggedPrints(const detect::Engine& engine, const domain::ContractTable& contracts,
                                     const contracts::ContractService& service,
                                     std::optional<std::span<const std::uint32_t>> ids)
{
    std::vector<ExportRow> rows;
    if (ids) {
        for (const std::uint32_t id : *ids)
            addRows(rows, engine.anomaly(id), contracts, service);
    } else {
        for (std::uint32_t id = 1; id <= engine.count(); ++id)
            addRows(rows, engine.anomaly(id), contracts, service);
    }
    std::ranges::stable_sort(rows, {}, [](const ExportRow& row) { return row.trade.time(); });
    return rows;
}

} // namespace flowglass::session
