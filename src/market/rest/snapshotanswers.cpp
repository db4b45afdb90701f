// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/rest/snapshotanswers.h"

#include "market/generator/pricer.h"

#include <QJsonArray>

#include <cmath>

namespace flowglass::market {

namespace {

constexpr int kLargestChain = 250;
constexpr std::uint32_t kQuoteVenue = 302;

double rounded(double value, double scale) { return std::round(value * scale) / scale; }
double cents(double dollars) { return rounded(dollars, 10'000.0); }
qint64 ns(domain::UnixMs t) { return qint64(domain::toNs(t).value); }

QJsonObject details(const ListedContract& listed, const UnderlyingProfile& profile)
{
    return {{QStringLiteral("ticker"), QString::fromStdString(listed.ticker)},
            {QStringLiteral("contract_type"),
             listed.symbol.right == domain::Right::Call ? QStringLiteral("call") : QStringLiteral("put")},
            {QStringLiteral("exercise_style"), profile.index ? QStringLiteral("european") : QStringLiteral("american")},
            {QStringLiteral("expiration_date"), domain::isoDate(listed.symbol.expiry())},
            {QStringLiteral("strike_price"), listed.symbol.lossyStrike()},
            {QStringLiteral("shares_per_contract"), qint64(profile.sharesPerContract)}};
}

QJsonObject greeks(const OptionGreeks& values)
{
    return {{QStringLiteral("delta"), rounded(values.delta, 1e6)},
            {QStringLiteral("gamma"), rounded(values.gamma, 1e6)},
            {QStringLiteral("theta"), rounded(values.theta, 1e6)},
            {QStringLiteral("vega"), rounded(values.vega, 1e6)}};
}

// Sizes on the book change every second; they need not be remembered to be the same for all who ask.
int bookSize(std::uint32_t contract, domain::UnixMs now, std::uint64_t side)
{
    Random random(std::uint64_t(now.value / 1000) * 2 + side, contract);
    return 1 + int(random.exponential(40.0));
}

QJsonObject lastQuote(std::uint32_t contract, const Quote& quote, domain::UnixMs now)
{
    return {{QStringLiteral("bid"), quote.bid.lossyDollars()},
            {QStringLiteral("ask"), quote.ask.lossyDollars()},
            {QStringLiteral("bid_size"), bookSize(contract, now, 0)},
            {QStringLiteral("ask_size"), bookSize(contract, now, 1)},
            {QStringLiteral("bid_exchange"), int(kQuoteVenue)},
            {QStringLiteral("ask_exchange"), int(kQuoteVenue)},
            {QStringLiteral("midpoint"), cents(0.5 * (quote.bid.lossyDollars() + quote.ask.lossyDollars()))},
            {QStringLiteral("last_updated"), ns(now)},
            {QStringLiteral("timeframe"), QStringLiteral("REAL-TIME")}};
}

QJsonObject lastTrade(const DayHistory::Print& print)
{
    const domain::Trade& trade = print.trade;
    QJsonArray conditions;
    for (const std::uint8_t code : trade.conditions.codes()) {
        if (code != 0)
            conditions.append(code);
    }
    return {{QStringLiteral("price"), trade.price.lossyDollars()},
            {QStringLiteral("size"), qint64(trade.size)},
            {QStringLiteral("conditions"), conditions},
            {QStringLiteral("exchange"), trade.exchange().value},
            {QStringLiteral("sip_timestamp"), qint64(print.time.value)},
            {QStringLiteral("timeframe"), QStringLiteral("REAL-TIME")}};
}

QJsonObject underlyingAsset(const UnderlyingProfile& profile, double spot, double breakEven, domain::UnixMs now)
{
    return {{QStringLiteral("ticker"), QLatin1String(profile.snapshot)},
            {profile.index ? QStringLiteral("value") : QStringLiteral("price"), cents(spot)},
            {QStringLiteral("change_to_break_even"), cents(breakEven - spot)},
            {QStringLiteral("last_updated"), ns(now)},
            {QStringLiteral("timeframe"), QStringLiteral("REAL-TIME")}};
}

} // namespace

SnapshotAnswers::SnapshotAnswers(const TapeGenerator& generator, const DayHistory& history,
                                 const ContractAnswers& contracts)
    : m_generator(generator), m_history(history), m_contracts(contracts)
{
    for (std::uint32_t i = 0; i < generator.listing().contracts().size(); ++i) {
        const Quote quote = generator.quote(i);
        m_previousCloses.push_back(cents(0.5 * (quote.bid.lossyDollars() + quote.ask.lossyDollars())));
    }
}

QJsonObject SnapshotAnswers::day(std::uint32_t contract) const
{
    const DayBar& bar = m_history.bar(contract);
    const QJsonObject touched{{QStringLiteral("volume"), qint64(bar.volume)},
                              {QStringLiteral("last_updated"), qint64(bar.updated.value)}};
    if (m_history.last(contract) == nullptr)
        return bar.updated.value == 0 ? QJsonObject() : touched; // only late reports so far
    const double before = m_previousCloses[contract];
    const double change = bar.close.lossyDollars() - before;
    return {{QStringLiteral("open"), bar.open.lossyDollars()},
            {QStringLiteral("high"), bar.high.lossyDollars()},
            {QStringLiteral("low"), bar.low.lossyDollars()},
            {QStringLiteral("close"), bar.close.lossyDollars()},
            {QStringLiteral("volume"), qint64(bar.volume)},
            {QStringLiteral("vwap"), cents(bar.lossyVwap())},
            {QStringLiteral("previous_close"), before},
            {QStringLiteral("change"), cents(change)},
            {QStringLiteral("change_percent"), cents(before > 0.0 ? 100.0 * change / before : 0.0)},
            {QStringLiteral("last_updated"), qint64(bar.updated.value)}};
}

QJsonObject SnapshotAnswers::snapshot(std::uint32_t contract, domain::UnixMs now) const
{
    const ListedContract& listed = m_generator.listing()[contract];
    const UnderlyingProfile& profile = m_generator.listing().profile(contract);
    const Quote quote = m_generator.quote(contract);
    const double middle = 0.5 * (quote.bid.lossyDollars() + quote.ask.lossyDollars());
    const double sign = listed.symbol.right == domain::Right::Call ? 1.0 : -1.0;
    const double breakEven = cents(listed.symbol.lossyStrike() + sign * middle);

    QJsonObject row{{QStringLiteral("break_even_price"), breakEven},
                    {QStringLiteral("day"), day(contract)},
                    {QStringLiteral("details"), details(listed, profile)},
                    {QStringLiteral("last_quote"), lastQuote(contract, quote, now)},
                    {QStringLiteral("open_interest"), qint64(listed.openInterest)},
                    {QStringLiteral("underlying_asset"),
                     underlyingAsset(profile, m_generator.spot(listed.underlying), breakEven, now)}};
    if (quote.solvable) {
        row.insert(QStringLiteral("greeks"), greeks(quote.greeks));
        row.insert(QStringLiteral("implied_volatility"), rounded(quote.impliedVolatility, 1e6));
    }
    if (const DayHistory::Print* last = m_history.last(contract))
        row.insert(QStringLiteral("last_trade"), lastTrade(*last));
    return row;
}

RestBody SnapshotAnswers::chain(const QString& underlying, RestQuery& query, const QUrl& base,
                                domain::UnixMs now) const
{
    const Listing& listing = m_generator.listing();
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t i = 0; i < listing.contracts().size(); ++i) {
        if (underlying == QLatin1String(listing.profile(i).snapshot) && listing[i].expiry > now)
            candidates.push_back(i);
    }
    if (candidates.empty())
        return notFound(QStringLiteral("Underlying asset not found."));
    const ContractAnswers::Page page = m_contracts.page(query, std::move(candidates), kLargestChain);
    if (!query.error().isEmpty())
        return badRequest(query.error());
    QJsonArray rows;
    for (const std::uint32_t contract : page.contracts)
        rows.append(snapshot(contract, now));
    return results(rows, page.next == 0 ? QString() : query.nextUrl(base, page.next));
}

RestBody SnapshotAnswers::one(const QString& underlying, const QString& ticker, domain::UnixMs now) const
{
    const Listing& listing = m_generator.listing();
    const auto contract = listing.find(ticker.toStdString());
    if (!contract || underlying != QLatin1String(listing.profile(*contract).snapshot)
        || listing[*contract].expiry <= now)
        return notFound(QStringLiteral("Options contract not found."));
    return results(snapshot(*contract, now));
}

} // namespace flowglass::market
