// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/apierror.h"
#include "contracts/contractdecoders.h"
#include "contracts/gap/tradespage.h"
#include "domain/optionsymbol.h"
#include "fuzz/fuzz.h"

#include <cmath>

namespace flowglass::fuzz {

namespace {

const char* checkTerms(const QByteArray& body, const QString& ticker)
{
    const auto terms = contracts::decodeTerms(body, ticker);
    if (!terms)
        return terms.error().text.isEmpty() ? "an error says something" : nullptr;
    if (terms->ticker != ticker)
        return "terms are those of the contract asked for";
    if (terms->sharesPerContract && (*terms->sharesPerContract <= 0 || *terms->sharesPerContract > 1'000'000))
        return "shares per contract are possible";
    if (terms->strike && !std::isfinite(*terms->strike))
        return "the strike is a number";
    return nullptr;
}

const char* checkSnapshot(const QByteArray& body, const QString& ticker)
{
    const auto snapshot = contracts::decodeSnapshot(body, ticker);
    if (!snapshot)
        return snapshot.error().text.isEmpty() ? "an error says something" : nullptr;
    for (const auto& value : {snapshot->bid, snapshot->ask, snapshot->delta, snapshot->openInterest,
                              snapshot->impliedVolatility, snapshot->dayVolume, snapshot->underlyingPrice}) {
        if (value && !std::isfinite(*value))
            return "what is given is a number";
    }
    for (const auto& time : {snapshot->dayUpdated, snapshot->quoteTime, snapshot->underlyingUpdated}) {
        if (time && time->value <= 0)
            return "times are positive";
    }
    return nullptr;
}

const char* checkUnusual(const QByteArray& body)
{
    contracts::TradesPage page(body, {});
    contracts::TradesByTicker trades;
    while (page.read(3, trades)) {
    }
    if (page.error() && page.error()->text.isEmpty())
        return "an error says something";
    for (const auto& [ticker, prints] : trades) {
        if (!domain::OptionSymbol::parse(ticker.toStdString()) || prints.empty())
            return "a trade names its contract";
        for (const contracts::HistoricTrade& print : prints) {
            if (print.size == 0 || print.time.value <= 0)
                return "a trade has a size and a time";
        }
    }
    return nullptr;
}

} // namespace

// The first byte tells what the rest is.
const char* answers(Input input)
{
    static const QString kTicker = QStringLiteral("O:NVDA261218C00150000");
    if (input.empty())
        return nullptr;
    const QByteArray body = bytesOf(input.subspan(1));
    switch (input[0] == 4 ? 4 : input[0] % 4) { // what was found with four kinds keeps its kind
    case 0:
        return checkTerms(body, kTicker);
    case 1:
        return checkSnapshot(body, kTicker);
    case 2: {
        const QString said = contracts::decodeMessage(body);
        return said.size() > 300 || said.contains(QLatin1Char('\n')) ? "a message is one short line" : nullptr;
    }
    case 3: {
        const auto wait = contracts::retryAfterOf(body, {1'765'227'583'506});
        return wait && (wait->count() < 0 || wait->count() > 86'400'000) ? "a wait is at most a day" : nullptr;
    }
    default:
        return checkUnusual(body);
    }
}

} // namespace flowglass::fuzz
