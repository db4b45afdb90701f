// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filter/tradefilter.h"

#include "domain/exchanges.h"
#include "domain/filter/amounttext.h"
#include "domain/filter/unusualtrades.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::domain {

namespace {

bool compared(double value, int compare, double number)
{
    switch (compare) {
    case 0:
        return value < number;
    case 1:
        return value <= number;
    case 2:
        return value == number;
    case 3:
        return value >= number;
    case 4:
        return value > number;
    }
    return false;
}

bool isSign(QChar c)
{
    return c == QLatin1Char('<') || c == QLatin1Char('>') || c == QLatin1Char('=');
}

} // namespace

std::optional<TradeFilter::Term> TradeFilter::comparison(const QString& word)
{
    static const QStringList kFields = {QStringLiteral("size"), QStringLiteral("premium"),
                                        QStringLiteral("price"), QStringLiteral("dte"),
                                        QStringLiteral("strike")};
    static const QStringList kCompares = {QStringLiteral("<"), QStringLiteral("<="), QStringLiteral("="),
                                          QStringLiteral(">="), QStringLiteral(">")};
    const qsizetype sign = std::ranges::find_if(word, isSign) - word.begin();
    const bool twoSigns = sign + 1 < word.size() && word.at(sign) != QLatin1Char('=')
                       && word.at(sign + 1) == QLatin1Char('=');
    const qsizetype signs = twoSigns ? 2 : 1;
    const qsizetype field = kFields.indexOf(word.left(sign).toLower());
    const auto number = amountOf(word.mid(sign + signs));
    if (field < 0 || sign == word.size() || !number)
        return std::nullopt;
    Term term;
    term.field = Field(int(Field::Size) + int(field));
    term.compare = Compare(int(kCompares.indexOf(word.mid(sign, signs))));
    term.number = *number;
    return term;
}

Result<TradeFilter> TradeFilter::parse(const QString& expression)
{
    TradeFilter filter;
    // simplified() makes every kind of blank a space
    for (QString word : expression.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const bool negated = word.size() > 1 && word.startsWith(QLatin1Char('-'));
        if (negated)
            word.remove(0, 1);
        Term term;
        const QString lower = word.toLower();
        if (lower == QLatin1String("call") || lower == QLatin1String("calls"))
            term.field = Field::Call;
        else if (lower == QLatin1String("put") || lower == QLatin1String("puts"))
            term.field = Field::Put;
        else if (lower == QLatin1String("flagged"))
            term.field = Field::Flagged;
        else if (lower == QLatin1String("unusual"))
            term.field = Field::Unusual;
        else if (lower == QLatin1String("adjusted"))
            term.field = Field::Adjusted;
        else if (lower == QLatin1String("multileg"))
            term.field = Field::MultiLeg;
        else if (const auto found = comparison(word))
            term = *found;
        else if (std::ranges::any_of(word, isSign))
            return Error{Error::Code::Unreadable, QStringLiteral("filter: ") + word,
                         QCoreApplication::translate("TradeFilter",
                                                     "“%1” cannot be read. Compare size, premium, price, dte or "
                                                     "strike with a number, as in size>=100.")
                             .arg(word)};
        else
            term.text = word;
        term.negated = negated;
        filter.m_terms.push_back(term);
    }
    return filter;
}

bool TradeFilter::has(Field field) const
{
    return std::ranges::find(m_terms, field, &Term::field) != m_terms.end();
}

bool TradeFilter::dependsOnFlags() const { return has(Field::Flagged); }

bool TradeFilter::dependsOnCancels() const { return has(Field::Unusual); }

bool TradeFilter::matches(const Trade& trade, const ContractTable::Entry& contract, Standing standing,
                          const ZoneTime& newYork) const
{
    return std::ranges::all_of(m_terms, [&](const Term& term) {
        return holds(term, trade, contract, standing, newYork) != term.negated;
    });
}

bool TradeFilter::holds(const Term& term, const Trade& trade, const ContractTable::Entry& contract,
                        Standing standing, const ZoneTime& newYork)
{
    const auto& symbol = contract.symbol;
    const int compare = int(term.compare);
    switch (term.field) {
    case Field::Call:
        return symbol && symbol->right == Right::Call;
    case Field::Put:
        return symbol && symbol->right == Right::Put;
    case Field::Flagged:
        return standing.flagged;
    case Field::Unusual:
        return isUnusualTrade(trade) && !standing.takenBack;
    case Field::Adjusted:
        return symbol && symbol->isAdjusted();
    case Field::MultiLeg: {
        const ConditionTraits traits = traitsOf(trade.conditions);
        return traits.multiLeg || traits.stockTied;
    }
    case Field::Text:
        return textFound(term.text, trade, contract);
    case Field::Size:
        return compared(double(trade.size), compare, term.number);
    case Field::Premium:
        return compared(trade.premium().lossyDollars(), compare, term.number);
    case Field::Price:
        return compared(trade.price.lossyDollars(), compare, term.number);
    case Field::Dte:
        return symbol && compared(daysToExpiry(symbol->expiryDay, trade.time(), newYork), compare, term.number);
    case Field::Strike:
        return symbol && compared(symbol->lossyStrike(), compare, term.number);
    }
    return false;
}

bool TradeFilter::textFound(const QString& text, const Trade& trade, const ContractTable::Entry& contract)
{
    const QString label = contract.symbol ? contractLabel(*contract.symbol) : QString();
    return label.contains(text, Qt::CaseInsensitive)
           || QString::fromStdString(contract.ticker).contains(text, Qt::CaseInsensitive)
           || exchangeName(trade.exchange()).contains(text, Qt::CaseInsensitive)
           || conditionText(trade.conditions).contains(text, Qt::CaseInsensitive)
           || conditionCodes(trade.conditions).contains(text, Qt::CaseInsensitive);
}

} // namespace flowglass::domain
