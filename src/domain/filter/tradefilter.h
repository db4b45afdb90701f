// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "domain/error.h"
#include "domain/time/markettime.h"
#include "domain/trade.h"

#include <QString>

#include <vector>

namespace flowglass::domain {

// What the tape shows: terms separated by blanks, all of which must hold.
//   call | put | flagged | unusual | adjusted | multileg    a class of prints (a leading - turns any term
//                                                   round); unusual as the provider means it, unless a
//                                                   cancel took it back
//   size>=100  premium>=50000  price<2.5  dte<=7  strike>=150     comparisons: < <= = >= >
//   anything else                          text in the contract's label, exchange or conditions
// A value; matching allocates only for text terms.
class TradeFilter
{
public:
    static Result<TradeFilter> parse(const QString& expression);

    bool isEmpty() const { return m_terms.empty(); }
    bool dependsOnFlags() const;   // whether `flagged` is among its terms
    bool dependsOnCancels() const; // whether `unusual` is
    struct Standing // of a print, which may change later
    {
        bool flagged = false;
        bool takenBack = false; // by a cancel
    };
    bool matches(const Trade& trade, const ContractTable::Entry& contract, Standing standing,
                 const ZoneTime& newYork) const;
    bool operator==(const TradeFilter&) const = default;

private:
    enum class Field { Call, Put, Flagged, Unusual, Adjusted, MultiLeg, Text, Size, Premium, Price, Dte, Strike };
    enum class Compare { Less, LessOrEqual, Equal, GreaterOrEqual, Greater };
    struct Term
    {
        Field field = Field::Text;
        Compare compare = Compare::Equal;
        bool negated = false;
        double number = 0.0;
        QString text;
        bool operator==(const Term&) const = default;
    };
    static bool holds(const Term& term, const Trade& trade, const ContractTable::Entry& contract, Standing standing,
                      const ZoneTime& newYork);
    bool has(Field field) const;
    static bool textFound(const QString& text, const Trade& trade, const ContractTable::Entry& contract);
    static std::optional<Term> comparison(const QString& word);

    std::vector<Term> m_terms;
};

} // namespace flowglass::domain
