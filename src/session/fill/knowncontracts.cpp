// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fill/knowncontracts.h"

#include "contracts/gap/gapnames.h"
#include "domain/time/markettime.h"
#include "session/pipeline.h"

#include <algorithm>
#include <utility>

namespace flowglass::session {

namespace {

using domain::OptionSymbol;

constexpr std::chrono::hours kLastTrade{17}; // in New York, on the day of expiry; the latest close at a quarter past four

// The first expiry day of what could trade at that time.
std::int32_t firstAlive(domain::UnixMs time)
{
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    return newYork.day(time) + int(newYork.sinceMidnight(time) >= kLastTrade);
}

bool hasFriday(std::int32_t first, std::int32_t end)
{
    for (std::int32_t day = first; day < std::min(end, first + 7); ++day) {
        if ((day + 4) % 7 == 5) // 1 January 1970 was a Thursday
            return true;
    }
    return false;
}

} // namespace

QHash<QString, QStringList> knownContracts(const Pipeline& pipeline, const contracts::GapOrder& order)
{
    const std::int32_t first = firstAlive(order.from);
    std::vector<std::pair<std::string, QStringList>> byRoot;
    for (const QString& name : order.underlyings)
        byRoot.emplace_back(name.toStdString(), QStringList());
    for (std::uint32_t id = 0; id < pipeline.contracts().size(); ++id) {
        if (pipeline.store().totals({id}).prints == 0)
            continue;
        const domain::ContractTable::Entry& contract = pipeline.contracts()[{id}];
        if (!contract.symbol || contract.symbol->expiryDay < first)
            continue;
        for (auto& [root, tickers] : byRoot) {
            if (contracts::isOfRoot(*contract.symbol, root))
                tickers << QString::fromStdString(contract.ticker);
        }
    }
    QHash<QString, QStringList> known;
    for (const auto& [root, tickers] : byRoot) {
        if (!tickers.isEmpty())
            known.insert(QString::fromStdString(root), tickers);
    }
    return known;
}

QStringList rootsWithExpired(const contracts::GapOrder& order, domain::UnixMs today)
{
    const std::int32_t first = firstAlive(order.from);
    const std::int32_t end = domain::ZoneTime::newYork().day(today);
    const auto hasExpired = [end](const QString& ticker) {
        return OptionSymbol::parse(ticker.toStdString())->expiryDay < end;
    };
    QStringList roots;
    for (const QString& name : order.underlyings) {
        const bool isRoot = !OptionSymbol::parse(name.toStdString());
        if (isRoot && (hasFriday(first, end) || std::ranges::any_of(order.known.value(name), hasExpired)))
            roots << name;
    }
    return roots;
}

} // namespace flowglass::session
