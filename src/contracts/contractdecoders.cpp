// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/contractdecoders.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <cmath>

namespace flowglass::contracts {

using domain::ContractSnapshot;
using domain::ContractTerms;
using domain::Deliverable;
using domain::Error;
using domain::Result;
namespace json = simdjson::dom;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(flowglass::contracts::ContractDecoder)
};

constexpr qsizetype kMaxMessage = 300;
constexpr std::int64_t kMaxShares = 1'000'000;

Error badAnswer(const QString& detail)
{
    return {Error::Code::BadAnswer, detail, Texts::tr("The provider's answer cannot be read.")};
}

Error notFound()
{
    return {Error::Code::NotFound, QStringLiteral("no results"),
            Texts::tr("The provider has nothing about this contract.")};
}

// Members of one JSON object. Anything wrong with one leaves it empty and the others readable.
class Members
{
public:
    explicit Members(json::object object) : m_object(object) {}

    QString text(std::string_view key) const
    {
        std::string_view value;
        if (m_object[key].get_string().get(value) != simdjson::SUCCESS)
            return {};
        return QString::fromUtf8(value.data(), qsizetype(value.size()));
    }

    std::optional<double> number(std::string_view key) const
    {
        double value = 0.0;
        if (m_object[key].get_double().get(value) != simdjson::SUCCESS || !std::isfinite(value))
            return std::nullopt;
        return value;
    }

    // Integers above 2^53 keep all their digits; a whole number written as 100.0 counts as one.
    std::optional<std::int64_t> integer(std::string_view key) const
    {
        std::int64_t whole = 0;
        if (m_object[key].get_int64().get(whole) == simdjson::SUCCESS)
            return whole;
        const auto real = number(key);
        if (!real || std::abs(*real) > 9.2e18 || *real != std::floor(*real))
            return std::nullopt;
        return std::int64_t(*real);
    }

    std::optional<domain::UnixNs> time(std::string_view key) const
    {
        const auto value = integer(key);
        return value ? scaledTime(*value) : std::nullopt;
    }

    std::optional<Members> object(std::string_view key) const
    {
        json::object inner;
        if (m_object[key].get_object().get(inner) != simdjson::SUCCESS)
            return std::nullopt;
        return Members(inner);
    }

    std::optional<json::array> array(std::string_view key) const
    {
        json::array list;
        if (m_object[key].get_array().get(list) != simdjson::SUCCESS)
            return std::nullopt;
        return list;
    }

private:
    json::object m_object;
};

// One answer, parsed as a whole first: the quicker reading on demand takes cut and garbled documents for
// good as far as it looked. What it hands out is valid as long as this.
class Answer
{
public:
    explicit Answer(const QByteArray& body)
        : m_error(m_parser.parse(body.constData(), std::size_t(body.size())).get_object().get(m_envelope))
    {
    }

    // The members of `results`, or of the only object in its array.
    Result<Members> results() const
    {
        if (m_error)
            return badAnswer(QStringLiteral("not a JSON object: ") +
                             QLatin1String(simdjson::error_message(m_error)));
        json::element results;
        if (m_envelope["results"].get(results) != simdjson::SUCCESS || results.is_null())
            return notFound();
        json::array list;
        if (results.get_array().get(list) == simdjson::SUCCESS) {
            if (list.size() == 0)
                return notFound();
            results = *list.begin();
        }
        json::object object;
        if (results.get_object().get(object) != simdjson::SUCCESS)
            return badAnswer(QStringLiteral("results is no object"));
        return Members(object);
    }

    std::optional<Members> envelope() const
    {
        return m_error ? std::nullopt : std::optional(Members(m_envelope));
    }

private:
    json::parser m_parser;
    json::object m_envelope;
    simdjson::error_code m_error;
};

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
    const Answer answer(body);
    const Result<Members> results = answer.results();
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
    const Answer answer(body);
    const Result<Members> results = answer.results();
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
    const Answer answer(body);
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
    return domain::UnixNs{value * scale};
}

} // namespace flowglass::contracts
