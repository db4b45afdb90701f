// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/gap/chainpage.h"

#include "contracts/jsonanswer.h"
#include "domain/optionsymbol.h"
#include "domain/time/markettime.h"

#include <algorithm>

namespace flowglass::contracts {

using domain::Result;
namespace json = simdjson::dom;

namespace {

std::optional<ChainRow> rowOf(const json::element& element)
{
    json::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return std::nullopt;
    const Members members(object);
    const auto details = members.object("details");
    if (!details)
        return std::nullopt;
    ChainRow row;
    row.ticker = details->text("ticker");
    if (!domain::OptionSymbol::parse(row.ticker.toStdString()))
        return std::nullopt;
    row.openInterest = members.number("open_interest");
    if (const auto trade = members.object("last_trade"))
        row.lastTrade = trade->time("sip_timestamp");
    if (const auto day = members.object("day")) {
        row.dayUpdated = day->time("last_updated");
        row.dayVolume = day->number("volume");
    }
    return row;
}

// As the provider gives it: midnight in New York.
bool isDate(domain::UnixMs time, const domain::ZoneTime& newYork)
{
    return newYork.sinceMidnight(time).count() == 0;
}

} // namespace

Result<ChainPage> decodeChainPage(const QByteArray& body)
{
    const JsonAnswer answer(body);
    const auto rows = answer.rows();
    if (!rows)
        return rows.error();
    ChainPage page;
    page.nextUrl = answer.envelope()->text("next_url");
    for (const json::element& element : *rows) {
        if (auto row = rowOf(element))
            page.rows.push_back(std::move(*row));
        else
            ++page.badRows;
    }
    return page;
}

std::optional<domain::UnixMs> newestSign(const std::vector<ChainRow>& rows)
{
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    std::optional<domain::UnixMs> newest; // less than any time while empty
    for (const ChainRow& row : rows) {
        if (row.lastTrade)
            newest = std::max(newest, std::optional(lossyToMs(*row.lastTrade)));
        if (row.dayUpdated && !isDate(lossyToMs(*row.dayUpdated), newYork))
            newest = std::max(newest, std::optional(lossyToMs(*row.dayUpdated)));
    }
    return newest;
}

Traded tradedSince(const ChainRow& row, domain::UnixMs from)
{
    const auto isSince = [from](const std::optional<domain::UnixNs>& time) {
        return time && lossyToMs(*time) >= from;
    };
    if (isSince(row.lastTrade) || isSince(row.dayUpdated))
        return Traded::Surely;
    if (row.dayVolume.value_or(0.0) <= 0.0)
        return Traded::No;
    if (!row.dayUpdated)
        return Traded::Possibly;
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    const domain::UnixMs updated = lossyToMs(*row.dayUpdated);
    return isDate(updated, newYork) && newYork.day(updated) >= newYork.day(from) ? Traded::Possibly : Traded::No;
}

} // namespace flowglass::contracts
