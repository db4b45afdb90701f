// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/anomalyjson.h"

#include "domain/anomalytext.h"
#include "domain/time/markettime.h"
#include "exporting/jsontext.h"

namespace flowglass::exporting {

namespace {

using domain::Error;

constexpr int kScoreDecimals = 2;
constexpr int kValueDecimals = 4; // of the finest price

// Dollars, exact, with ".0" when whole, so that readers with types see a number with decimals always.
QByteArray money(domain::Premium premium)
{
    const QByteArray text = domain::decimalText(premium.units()).toLatin1();
    return text.contains('.') ? text : text + ".0";
}

QByteArray kindArray(domain::KindSet kinds)
{
    JsonArrayText array;
    for (unsigned kind = 0; kind < unsigned(domain::AnomalyKind::Count); ++kind) {
        if (kinds.has(domain::AnomalyKind(kind)))
            array.add(jsonString(QString::fromLatin1(domain::kindWord(domain::AnomalyKind(kind)))));
    }
    return array.text();
}

QByteArray sequenceArray(const std::vector<const domain::AnomalyPrint*>& prints)
{
    JsonArrayText array;
    for (const domain::AnomalyPrint* print : prints)
        array.add(jsonNumber(print->trade.sequence));
    return array.text();
}

QByteArray evidenceArray(const std::vector<domain::Evidence>& all)
{
    JsonArrayText array;
    for (const domain::Evidence& evidence : all) {
        JsonObjectText object;
        object.add("kind", jsonString(QString::fromLatin1(domain::kindWord(evidence.kind))))
            .add("value", jsonNumber(evidence.value, kValueDecimals))
            .add("baseline", jsonNumber(evidence.baseline, kValueDecimals))
            .add("seen", jsonNumber(evidence.seen))
            .add("surprise", jsonNumber(evidence.surprise, kScoreDecimals))
            .add("window_ms", evidence.window ? jsonNumber(std::int64_t(evidence.window->count())) : "null");
        array.add(object.text());
    }
    return array.text();
}

QByteArray contractObject(const domain::ContractTerms& terms)
{
    JsonArrayText deliverables;
    for (const domain::Deliverable& deliverable : terms.additionalUnderlyings) {
        JsonObjectText object;
        object.add("underlying", jsonStringOrNull(deliverable.underlying))
            .add("type", jsonStringOrNull(deliverable.type))
            .add("amount", jsonNumber(deliverable.amount));
        deliverables.add(object.text());
    }
    JsonObjectText object;
    object.add("ticker", jsonStringOrNull(terms.ticker))
        .add("underlying_ticker", jsonStringOrNull(terms.underlying))
        .add("contract_type", jsonStringOrNull(terms.type))
        .add("exercise_style", jsonStringOrNull(terms.exerciseStyle))
        .add("expiration_date", jsonStringOrNull(terms.expirationDate))
        .add("strike_price", terms.strike ? jsonNumber(*terms.strike) : "null")
        .add("shares_per_contract", terms.sharesPerContract ? jsonNumber(*terms.sharesPerContract) : "null")
        .add("primary_exchange", jsonStringOrNull(terms.primaryExchange))
        .add("cfi", jsonStringOrNull(terms.cfi))
        .add("additional_underlyings", deliverables.text());
    return object.text();
}

// In English like all of the line; Error::text is in the person's language.
QString errorWords(const Error& error)
{
    QString words;
    switch (error.code) {
    case Error::Code::Unreachable:
        words = QStringLiteral("unreachable");
        break;
    case Error::Code::TimedOut:
        words = QStringLiteral("timed out");
        break;
    case Error::Code::BadKey:
        words = QStringLiteral("key refused");
        break;
    case Error::Code::NotInPlan:
        words = QStringLiteral("not in plan");
        break;
    case Error::Code::NotInReplay:
        words = QStringLiteral("not in a replay");
        break;
    case Error::Code::NotFound:
        words = QStringLiteral("not found");
        break;
    case Error::Code::RateLimited:
        words = QStringLiteral("rate limited");
        break;
    case Error::Code::ServerError:
        words = QStringLiteral("server error");
        break;
    case Error::Code::BadAnswer:
        words = QStringLiteral("bad answer");
        break;
    case Error::Code::Unreadable:
        words = QStringLiteral("unreadable");
        break;
    case Error::Code::Unwritable:
        words = QStringLiteral("unwritable");
        break;
    case Error::Code::Cancelled:
        words = QStringLiteral("cancelled");
        break;
    }
    return error.detail.isEmpty() ? words : words + QStringLiteral(": ") + error.detail;
}

QByteArray underlyingOf(const domain::ContractTable::Entry& contract)
{
    if (!contract.symbol)
        return QByteArray("null");
    const std::string_view root = contract.symbol->standardRoot();
    return jsonString(QString::fromLatin1(root.data(), qsizetype(root.size())));
}

} // namespace

QByteArray anomalyJsonLine(const domain::Anomaly& anomaly, const domain::ContractTable& contracts,
                           const domain::Fetched<domain::ContractTerms>* terms)
{
    using State = domain::Fetched<domain::ContractTerms>::State;
    const domain::ContractTable::Entry& contract = contracts[anomaly.leadingContract()];
    const std::vector<const domain::AnomalyPrint*> prints = anomaly.standingPrints();
    const domain::ContractTerms* known = terms != nullptr && terms->value ? &*terms->value : nullptr;
    const std::int64_t shares = known != nullptr ? known->sharesPerContract.value_or(100) : 100;
    const bool open = anomaly.state == domain::Anomaly::State::Open;

    JsonObjectText object;
    object.add("id", jsonNumber(std::uint64_t(anomaly.id)))
        .add("revision", jsonNumber(std::uint64_t(anomaly.revision)))
        .add("state", open ? "\"open\"" : "\"withdrawn\"")
        .add("time_utc", jsonString(domain::ZoneTime::utc().isoText(anomaly.time)))
        .add("ticker", anomaly.isOfUnderlying() ? "null" : jsonString(QString::fromStdString(contract.ticker)))
        .add("underlying", underlyingOf(contract))
        .add("kinds", kindArray(anomaly.kinds))
        .add("score", jsonNumber(anomaly.score, kScoreDecimals))
        .add("prints", jsonNumber(std::uint64_t(prints.size())))
        .add("size", jsonNumber(anomaly.size()))
        .add("premium", money(anomaly.premium(shares)))
        .add("sequences", sequenceArray(prints))
        .add("explanation", jsonString(domain::explanation(anomaly, domain::Wording::FixedEnglish)))
        .add("evidence", evidenceArray(anomaly.evidence))
        .add("contract", known != nullptr ? contractObject(*known) : "null");
    if (known == nullptr && terms != nullptr && terms->state == State::Failed && terms->error)
        object.add("contract_error", jsonString(errorWords(*terms->error)));
    return object.text();
}

} // namespace flowglass::exporting
