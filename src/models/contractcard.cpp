// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contractcard.h"

#include "domain/time/openinterestday.h"
#include "models/numbertext.h"
#include "models/parts/cardbuilder.h"
#include "models/parts/tradecells.h"
#include "tape/contracttotals.h"

#include <QCoreApplication>

namespace flowglass::models {

using domain::ContractDetail;
using domain::ContractSnapshot;
using domain::ContractTerms;
using Entry = domain::ContractTable::Entry;

namespace {

QString say(const char* text) { return QCoreApplication::translate("ContractCard", text); }

bool isAdjusted(const Entry& entry, const ContractDetail* detail)
{
    if (detail != nullptr && detail->terms.value) {
        const ContractTerms& terms = *detail->terms.value;
        if (!terms.additionalUnderlyings.empty() || terms.sharesPerContract.value_or(100) != 100)
            return true;
    }
    return entry.symbol && entry.symbol->isAdjusted();
}

CardGroup tapeGroup(const tape::ContractTotals& totals, std::int64_t shares, const domain::ZoneTime& zone)
{
    CardGroup group{CardGroupId::Tape, say(QT_TRANSLATE_NOOP("ContractCard", "So far on the tape")), {}, {}, {}, {}, {}};
    const NumberText numbers;
    const auto price = [&](const std::optional<domain::Price>& value) {
        return value ? std::optional(numbers.price(*value)) : std::nullopt;
    };
    const auto row = [&](const char* label, const std::optional<QString>& text) {
        group.rows.push_back({say(label), text.value_or(say(QT_TRANSLATE_NOOP("ContractCard", "no print yet"))),
                              text.has_value(), {}});
    };
    row(QT_TRANSLATE_NOOP("ContractCard", "Prints"), numbers.whole(totals.prints));
    row(QT_TRANSLATE_NOOP("ContractCard", "Volume"), numbers.whole(totals.volume));
    const auto vwap = totals.lossyVwap();
    row(QT_TRANSLATE_NOOP("ContractCard", "VWAP"), vwap ? std::optional(numbers.dollars(*vwap)) : std::nullopt);
    const auto last = price(totals.last);
    row(QT_TRANSLATE_NOOP("ContractCard", "Last"),
        last ? std::optional(say(QT_TRANSLATE_NOOP("ContractCard", "%1 at %2")).arg(*last, zone.timeText(totals.lastTime)))
             : std::nullopt);
    row(QT_TRANSLATE_NOOP("ContractCard", "High"), price(totals.high));
    row(QT_TRANSLATE_NOOP("ContractCard", "Low"), price(totals.low));
    // Totals are kept at the standard 100 shares.
    const auto premium = domain::Premium::fromUnits(totals.premium.units() / 100 * shares);
    row(QT_TRANSLATE_NOOP("ContractCard", "Premium"), numbers.money(premium));
    group.rows.back().toolTip = numbers.moneyExact(premium);
    return group;
}

QString deliverables(const ContractTerms& terms, const NumberText& numbers)
{
    QStringList parts;
    if (terms.sharesPerContract)
        parts += QCoreApplication::translate("ContractCard", "%n share(s)", nullptr, int(*terms.sharesPerContract));
    for (const domain::Deliverable& deliverable : terms.additionalUnderlyings) {
        const bool cash = deliverable.type == QLatin1String("currency");
        parts += (cash ? say(QT_TRANSLATE_NOOP("ContractCard", "%1 %2 cash"))
                       : say(QT_TRANSLATE_NOOP("ContractCard", "%1 %2 shares")))
                     .arg(cash ? numbers.decimal(deliverable.amount, 2)
                               : QString::number(deliverable.amount, 'g', 8),
                          deliverable.underlying);
    }
    return parts.join(QLatin1String(" + "));
}

QString expiryText(const domain::OptionSymbol& symbol, domain::UnixNs now)
{
    const int days = domain::daysToExpiry(symbol.expiryDay, domain::lossyToMs(now), domain::ZoneTime::newYork());
    const QString date = domain::isoDate(symbol.expiry());
    if (days < 0)
        return say(QT_TRANSLATE_NOOP("ContractCard", "%1, expired")).arg(date);
    if (days == 0)
        return say(QT_TRANSLATE_NOOP("ContractCard", "%1, today")).arg(date);
    return date + QLatin1String(", ") + QCoreApplication::translate("ContractCard", "in %n day(s)", nullptr, days);
}

QString typeText(const QString& type)
{
    if (type == QLatin1String("call"))
        return say(QT_TRANSLATE_NOOP("ContractCard", "Call"));
    return type == QLatin1String("put") ? say(QT_TRANSLATE_NOOP("ContractCard", "Put")) : type;
}

QString styleText(const QString& style)
{
    if (style == QLatin1String("american"))
        return say(QT_TRANSLATE_NOOP("ContractCard", "American"));
    return style == QLatin1String("european") ? say(QT_TRANSLATE_NOOP("ContractCard", "European")) : style;
}

// What the symbol says is known before the provider answers; its answer replaces it.
CardGroup termsGroup(const Entry& entry, const ContractDetail* detail, bool adjusted, domain::UnixNs now)
{
    CardBuilder card(CardGroupId::Terms, say(QT_TRANSLATE_NOOP("ContractCard", "Terms")), now);
    if (detail != nullptr)
        card.setState(detail->terms);
    const ContractTerms* terms = detail != nullptr && detail->terms.value ? &*detail->terms.value : nullptr;
    const auto& symbol = entry.symbol;
    const NumberText& numbers = card.numbers();

    ContractTerms known = terms != nullptr ? *terms : ContractTerms();
    if (symbol && known.underlying.isEmpty()) {
        const std::string_view root = symbol->rootText();
        known.underlying = QString::fromLatin1(root.data(), qsizetype(root.size()));
    }
    if (symbol && known.type.isEmpty())
        known.type = symbol->right == domain::Right::Call ? QStringLiteral("call") : QStringLiteral("put");
    if (symbol && !known.strike)
        known.strike = symbol->lossyStrike();
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Underlying"), known.underlying);
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Type"), typeText(known.type));
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Strike"), known.strike ? numbers.dollars(*known.strike) : QString());
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Expiry"), symbol ? expiryText(*symbol, now) : known.expirationDate);
    if (terms == nullptr)
        return card.take();
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Exercise"), styleText(terms->exerciseStyle));
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Shares per contract"),
             terms->sharesPerContract ? numbers.whole(std::uint64_t(*terms->sharesPerContract)) : QString());
    if (adjusted)
        card.add(QT_TRANSLATE_NOOP("ContractCard", "Delivers"), deliverables(*terms, numbers));
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Exchange"), terms->primaryExchange);
    card.add(QT_TRANSLATE_NOOP("ContractCard", "CFI"), terms->cfi);
    if (!terms->asOf.isEmpty())
        card.add(QT_TRANSLATE_NOOP("ContractCard", "As of"), terms->asOf);
    return card.take();
}

QString quoteSide(const std::optional<double>& price, const std::optional<std::int64_t>& size, const NumberText& numbers)
{
    if (!price)
        return {};
    const QString text = numbers.dollars(*price);
    return size && *size >= 0 ? text + QStringLiteral(" × ") + numbers.whole(std::uint64_t(*size)) : text;
}

void addQuote(CardBuilder& card, const ContractSnapshot& snapshot, const domain::ZoneTime& zone)
{
    const NumberText& numbers = card.numbers();
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Bid"), quoteSide(snapshot.bid, snapshot.bidSize, numbers));
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Ask"), quoteSide(snapshot.ask, snapshot.askSize, numbers));
    std::optional<double> middle = snapshot.midpoint;
    QString spread;
    if (snapshot.bid && snapshot.ask) {
        middle = middle.value_or((*snapshot.bid + *snapshot.ask) / 2.0);
        spread = numbers.dollars(*snapshot.ask - *snapshot.bid);
        if (*middle > 0.0)
            spread += QStringLiteral(" (%1)").arg(numbers.percent((*snapshot.ask - *snapshot.bid) / *middle));
    }
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Middle"), middle ? numbers.dollars(*middle) : QString());
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Spread"), spread);
    QString quoted;
    if (snapshot.quoteTime) {
        quoted = say(QT_TRANSLATE_NOOP("ContractCard", "%1, %2"))
                     .arg(zone.timeText(domain::lossyToMs(*snapshot.quoteTime)), card.age(*snapshot.quoteTime));
        if (snapshot.quoteTimeframe.compare(QLatin1String("DELAYED"), Qt::CaseInsensitive) == 0)
            quoted += QLatin1String(", ") + say(QT_TRANSLATE_NOOP("ContractCard", "delayed"));
    }
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Quoted"), quoted);
    card.addDollars(QT_TRANSLATE_NOOP("ContractCard", "Break-even"), snapshot.breakEven);
    QString underlying;
    if (snapshot.underlyingPrice) {
        underlying = snapshot.underlyingTicker + QLatin1Char(' ') + numbers.dollars(*snapshot.underlyingPrice);
        if (snapshot.underlyingUpdated)
            underlying += QLatin1String(", ") + card.age(*snapshot.underlyingUpdated);
    }
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Underlying"), underlying.trimmed());
}

void addGreeks(CardBuilder& card, const ContractSnapshot& snapshot)
{
    const NumberText& numbers = card.numbers();
    const auto greek = [&](const char* label, const std::optional<double>& value) {
        card.add(label, value ? numbers.decimal(*value, 4) : QString());
    };
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Implied volatility"),
             snapshot.impliedVolatility ? numbers.percent(*snapshot.impliedVolatility) : QString());
    greek(QT_TRANSLATE_NOOP("ContractCard", "Delta"), snapshot.delta);
    greek(QT_TRANSLATE_NOOP("ContractCard", "Gamma"), snapshot.gamma);
    greek(QT_TRANSLATE_NOOP("ContractCard", "Theta"), snapshot.theta);
    greek(QT_TRANSLATE_NOOP("ContractCard", "Vega"), snapshot.vega);
}

void addDay(CardBuilder& card, const ContractSnapshot& snapshot)
{
    card.addDollars(QT_TRANSLATE_NOOP("ContractCard", "Open"), snapshot.dayOpen);
    card.addDollars(QT_TRANSLATE_NOOP("ContractCard", "High"), snapshot.dayHigh);
    card.addDollars(QT_TRANSLATE_NOOP("ContractCard", "Low"), snapshot.dayLow);
    card.addDollars(QT_TRANSLATE_NOOP("ContractCard", "Close"), snapshot.dayClose);
    card.addDollars(QT_TRANSLATE_NOOP("ContractCard", "VWAP"), snapshot.dayVwap);
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Volume"),
             snapshot.dayVolume ? card.numbers().decimal(*snapshot.dayVolume, 0) : QString());
    card.addDollars(QT_TRANSLATE_NOOP("ContractCard", "Previous close"), snapshot.previousClose);
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Updated"),
             snapshot.dayUpdated ? card.age(*snapshot.dayUpdated) : QString());
}

void addOpenInterest(CardBuilder& card, const ContractSnapshot& snapshot, domain::UnixNs fetchedAt)
{
    card.add(QT_TRANSLATE_NOOP("ContractCard", "Open interest"),
             snapshot.openInterest ? card.numbers().decimal(*snapshot.openInterest, 0) : QString());
    if (!snapshot.openInterest)
        return;
    const auto day = domain::openInterestDay(fetchedAt, domain::ZoneTime::newYork());
    const std::chrono::sys_days before{std::chrono::days(day.value_or(0))};
    const QString known = say(QT_TRANSLATE_NOOP("ContractCard", "end of %1, the previous trading day"))
                              .arg(domain::isoDate(std::chrono::year_month_day(before)));
    card.add(QT_TRANSLATE_NOOP("ContractCard", "As of"),
             day ? known : say(QT_TRANSLATE_NOOP("ContractCard", "end of the last day that was published")));
}

} // namespace

ContractCard contractCard(const Entry& entry, const tape::ContractTotals& totals, const ContractDetail* detail,
                          domain::UnixNs now, const domain::ZoneTime& zone)
{
    ContractCard card;
    card.title = contractName(entry);
    card.ticker = QString::fromStdString(entry.ticker);
    card.adjusted = isAdjusted(entry, detail);
    std::int64_t shares = 100;
    if (detail != nullptr && detail->terms.value)
        shares = detail->terms.value->sharesPerContract.value_or(100);
    card.groups.push_back(tapeGroup(totals, shares, zone));
    card.groups.push_back(termsGroup(entry, detail, card.adjusted, now));

    const auto fromSnapshot = [&](CardGroupId id, const char* title, auto&& fill) {
        CardBuilder builder(id, say(title), now);
        if (detail != nullptr)
            builder.setSnapshotState(*detail);
        if (detail != nullptr && detail->snapshot.value)
            fill(builder, *detail->snapshot.value);
        card.groups.push_back(builder.take());
    };
    fromSnapshot(CardGroupId::Quote, QT_TRANSLATE_NOOP("ContractCard", "Quote"),
                 [&](CardBuilder& builder, const ContractSnapshot& s) { addQuote(builder, s, zone); });
    fromSnapshot(CardGroupId::Greeks, QT_TRANSLATE_NOOP("ContractCard", "Greeks"), addGreeks);
    fromSnapshot(CardGroupId::Day, QT_TRANSLATE_NOOP("ContractCard", "Day"), addDay);
    fromSnapshot(CardGroupId::OpenInterest, QT_TRANSLATE_NOOP("ContractCard", "Open interest"),
                 [&](CardBuilder& builder, const ContractSnapshot& s) {
                     addOpenInterest(builder, s, detail->snapshot.fetchedAt);
                 });
    return card;
}

} // namespace flowglass::models
