// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/contractdecoders.h"

#include "contracts/jsonanswer.h"

#include <limits>

namespace flowglass::contracts {

using domain::ContractSnapshot;
using domain::ContractTerms;
using domain::Deliverable;
using domain::Result;
namespace json = simdjson::dom;

namespace {

constexpr qsizetype kMaxMessage = 300;
constexpr std::int64_t kMaxShares = 1'000'000;

std::vector<Deliverable> deliverablesOf(const Members& terms)
{
    std::vector<Deliverable> list;
    const auto items = terms.array("additional_underlyings");
    if (!items)
        return list;
    for (const json::element item : *items) {
        json::object object;
        if (item.get_object().get(object) != simdjson::SUCCESS)
            continue;
        const Members members(object);
        list.push_back(
            {members.text("underlying"), members.text("type"), members.number("amount").value_or(0.0)});
    }
    return list;
}

void readDay(const Members& day, ContractSnapshot& out)
{
    out.dayOpen = day.number("open");
    out.dayHigh = day.number("high");
    out.dayLow = day.number("low");
    out.dayClose = day.number("close");
    out.dayVwap = day.number("vwap");
    out.dayVolume = day.number("volume");
    out.previousClose = day.number("previous_close");
    out.dayUpdated = day.time("last_updated");
}

void readQuote(const Members& quote, ContractSnapshot& out)
{
    out.bid = quote.number("bid");
    out.ask = quote.number("ask");
    out.midpoint = quote.number("midpoint");
    out.bidSize = quote.integer("bid_size");
    out.askSize = quote.integer("ask_size");
    out.quoteTime = quote.time("last_updated");
    out.quoteTimeframe = quote.text("timeframe");
}

void readUnderlying(const Members& underlying, ContractSnapshot& out)
{
    out.underlyingTicker = underlying.text("ticker");
    out.underlyingPrice = underlying.number("price");
    if (!out.underlyingPrice)
        out.underlyingPrice = underlying.number("value"); // of an index
    out.underlyingUpdated = underlying.time("last_updated");
}

void readGreeks(const Members& greeks, ContractSnapshot& out)
{
    out.delta = greeks.number("delta");
    out.gamma = greeks.number("gamma");
    out.theta = greeks.number("theta");
    out.vega = greeks.number("vega");
}

bool isOther(const QString& answered, const QString& asked)
{
    return !answered.isEmpty() && answered != asked;
}

} // namespace

Result<ContractTerms> decodeTerms(const QByteArray& body, const QString& ticker)
{
    const JsonAnswer answer(body);
    const Result<Members> results = answer.result();
    if (!results)
        return results.error();
    const Members& members = *results;
    ContractTerms terms;
    terms.ticker = members.text("ticker");
    if (isOther(terms.ticker, ticker))
        return badAnswer(QStringLiteral("terms of another contract: %1").arg(terms.ticker.left(40)));
    terms.ticker = ticker;
    terms.underlying = members.text("underlying_ticker");
    terms.type = members.text("contract_type");
    terms.exerciseStyle = members.text("exercise_style");
    terms.expirationDate = members.text("expiration_date");
    terms.primaryExchange = members.text("primary_exchange");
    terms.cfi = members.text("cfi");
    terms.strike = members.number("strike_price");
    terms.sharesPerContract = members.integer("shares_per_contract");
    if (terms.sharesPerContract && (*terms.sharesPerContract <= 0 || *terms.sharesPerContract > kMaxShares))
        terms.sharesPerContract.reset(); // would make every premium of the contract nonsense
    terms.additionalUnderlyings = deliverablesOf(members);
    return terms;
}

Result<ContractSnapshot> decodeSnapshot(const QByteArray& body, const QString& ticker)
{
    const JsonAnswer answer(body);
    const Result<Members> results = answer.result();
    if (!results)
        return results.error();
    const Members& members = *results;
    if (const auto details = members.object("details")) {
        const QString answered = details->text("ticker");
        if (isOther(answered, ticker))
            return badAnswer(QStringLiteral("snapshot of another contract: %1").arg(answered.left(40)));
    }
    ContractSnapshot snapshot;
    snapshot.breakEven = members.number("break_even_price");
    snapshot.impliedVolatility = members.number("implied_volatility");
    snapshot.openInterest = members.number("open_interest");
    if (const auto day = members.object("day"))
        readDay(*day, snapshot);
    if (const auto greeks = members.object("greeks"))
        readGreeks(*greeks, snapshot);
    if (const auto quote = members.object("last_quote"))
        readQuote(*quote, snapshot);
    if (const auto underlying = members.object("underlying_asset"))
        readUnderlying(*underlying, snapshot);
    return snapshot;
}

QString decodeMessage(const QByteArray& body)
{
    const JsonAnswer answer(body);
    const auto envelope = answer.envelope();
    if (!envelope)
        return {};
    QString said = envelope->text("error");
    if (said.isEmpty())
        said = envelope->text("message");
    return said.simplified().left(kMaxMessage);
}

std::optional<domain::UnixNs> scaledTime(std::int64_t value)
{
    if (value <= 0)
        return std::nullopt;
    std::int64_t scale = 1;
    if (value < 100'000'000'000)
        scale = 1'000'000'000;
    else if (value < 100'000'000'000'000)
        scale = 1'000'000;
    else if (value < 100'000'000'000'000'000)
        scale = 1'000;
    if (value > std::numeric_limits<std::int64_t>::max() / scale)
        return std::nullopt; // later than ns can tell: the year 2262
    return domain::UnixNs{value * scale};
}

} // namespace flowglass::contracts
