// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/rest/contractanswers.h"

#include <QJsonArray>

#include <algorithm>

namespace flowglass::market {

namespace {

constexpr int kUsualPage = 10;
constexpr int kLargestList = 1000;

QString typeWord(domain::Right right)
{
    return right == domain::Right::Call ? QStringLiteral("call") : QStringLiteral("put");
}

// ISO 10962: option, right, exercise, underlying, delivery, standardised or not.
QString cfi(const UnderlyingProfile& profile, domain::Right right)
{
    QString code = QStringLiteral("O") + QLatin1Char(right == domain::Right::Call ? 'C' : 'P');
    code += profile.index ? QLatin1String("EIC") : QLatin1String("ASP");
    return code + QLatin1Char(profile.sharesPerContract == 100 ? 'S' : 'N');
}

// What an adjusted contract delivers: its shares, and the cash for the fraction.
QJsonArray deliverables(const UnderlyingProfile& profile)
{
    const QJsonObject shares{{QStringLiteral("underlying"), QLatin1String(profile.reference)},
                             {QStringLiteral("type"), QStringLiteral("equity")},
                             {QStringLiteral("amount"), qint64(profile.sharesPerContract)}};
    const QJsonObject cash{{QStringLiteral("underlying"), QStringLiteral("USD")},
                           {QStringLiteral("type"), QStringLiteral("currency")},
                           {QStringLiteral("amount"), 91.2}};
    return {shares, cash};
}

} // namespace

ContractAnswers::ContractAnswers(const Listing& listing) : m_listing(listing) {}

QJsonObject ContractAnswers::terms(std::uint32_t contract) const
{
    const ListedContract& listed = m_listing[contract];
    const UnderlyingProfile& profile = m_listing.profile(contract);
    QJsonObject terms{
        {QStringLiteral("ticker"), QString::fromStdString(listed.ticker)},
        {QStringLiteral("underlying_ticker"), QLatin1String(profile.reference)},
        {QStringLiteral("contract_type"), typeWord(listed.symbol.right)},
        {QStringLiteral("exercise_style"), profile.index ? QStringLiteral("european") : QStringLiteral("american")},
        {QStringLiteral("expiration_date"), domain::isoDate(listed.symbol.expiry())},
        {QStringLiteral("strike_price"), listed.symbol.lossyStrike()},
        {QStringLiteral("shares_per_contract"), qint64(profile.sharesPerContract)},
        {QStringLiteral("primary_exchange"), profile.index ? QStringLiteral("XCBO") : QStringLiteral("BATO")},
        {QStringLiteral("cfi"), cfi(profile, listed.symbol.right)}};
    if (profile.sharesPerContract != 100)
        terms.insert(QStringLiteral("additional_underlyings"), deliverables(profile));
    return terms;
}

RestBody ContractAnswers::one(const QString& ticker, RestQuery& query, std::int32_t today) const
{
    const Range asOf = query.range(QStringLiteral("as_of"), RestQuery::day);
    if (!query.error().isEmpty())
        return badRequest(query.error());
    const auto contract = m_listing.find(ticker.toStdString());
    const std::int64_t when = query.text(QStringLiteral("as_of")).isEmpty() ? today : asOf.from;
    if (!contract || when > m_listing[*contract].symbol.expiryDay)
        return notFound(QStringLiteral("Option Ticker not found."));
    return results(terms(*contract));
}

RestBody ContractAnswers::list(RestQuery& query, const QUrl& base, std::int32_t today) const
{
    const QString underlying = query.text(QStringLiteral("underlying_ticker"));
    const bool expired = query.text(QStringLiteral("expired")) == QLatin1String("true");
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t i = 0; i < m_listing.contracts().size(); ++i) {
        const bool sameUnderlying = underlying.isEmpty() || underlying == QLatin1String(m_listing.profile(i).reference);
        if (sameUnderlying && (m_listing[i].symbol.expiryDay < today) == expired)
            candidates.push_back(i);
    }
    const Page page = this->page(query, std::move(candidates), kLargestList);
    if (!query.error().isEmpty())
        return badRequest(query.error());
    QJsonArray rows;
    for (const std::uint32_t contract : page.contracts)
        rows.append(terms(contract));
    return results(rows, page.next == 0 ? QString() : query.nextUrl(base, page.next));
}

ContractAnswers::Page ContractAnswers::page(RestQuery& query, std::vector<std::uint32_t> candidates,
                                            int mostPerPage) const
{
    const QString type = query.text(QStringLiteral("contract_type"));
    const Range strikes = query.range(QStringLiteral("strike_price"), RestQuery::strike);
    const Range days = query.range(QStringLiteral("expiration_date"), RestQuery::day);
    std::erase_if(candidates, [&](std::uint32_t i) {
        const domain::OptionSymbol& symbol = m_listing[i].symbol;
        return !strikes.holds(symbol.strikeMils) || !days.holds(symbol.expiryDay)
               || (!type.isEmpty() && type != typeWord(symbol.right));
    });

    const QString sort = query.text(QStringLiteral("sort"));
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const domain::OptionSymbol& x = m_listing[a].symbol;
        const domain::OptionSymbol& y = m_listing[b].symbol;
        if (sort == QLatin1String("strike_price") && x.strikeMils != y.strikeMils)
            return x.strikeMils < y.strikeMils;
        if (sort == QLatin1String("expiration_date") && x.expiryDay != y.expiryDay)
            return x.expiryDay < y.expiryDay;
        return m_listing[a].ticker < m_listing[b].ticker;
    };
    std::ranges::sort(candidates, before);
    if (!query.ascending(true))
        std::ranges::reverse(candidates);

    const auto limit = std::size_t(query.limit(kUsualPage, mostPerPage));
    const std::size_t first = std::min(std::size_t(std::max<std::int64_t>(query.mark(), 0)), candidates.size());
    const std::size_t last = std::min(first + limit, candidates.size());
    Page page;
    page.contracts.assign(candidates.begin() + std::ptrdiff_t(first), candidates.begin() + std::ptrdiff_t(last));
    page.next = last == candidates.size() ? 0 : std::int64_t(last);
    return page;
}

} // namespace flowglass::market
