// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filter/tradefilter.h"
#include "fuzz/fuzz.h"

#include <array>

namespace flowglass::fuzz {

namespace {

struct Tape
{
    domain::ContractTable contracts;
    std::array<domain::Trade, 3> trades;
    domain::ZoneTime newYork = domain::ZoneTime::newYork();

    Tape()
    {
        constexpr std::array<const char*, 3> kTickers = {"O:NVDA261218C00150000", "O:NVDA1261218P00002500", "O:?"};
        for (std::size_t i = 0; i < trades.size(); ++i) {
            trades[i].contract = *contracts.intern(kTickers[i]);
            trades[i].size = std::uint32_t(1 + i * 499);
            trades[i].price = domain::Price::fromUnits(std::int32_t(1 + i * 55'000));
            trades[i].setTime({1'765'227'583'506});
            trades[i].setExchange({302});
            trades[i].conditions.add(std::int64_t(227 + i));
        }
    }
    bool holds(const domain::TradeFilter& filter, std::size_t i) const
    {
        return filter.matches(trades[i], contracts[trades[i].contract], {i == 1, i == 2}, newYork);
    }
};

} // namespace

// What stands left and right of the first line break must hold both for the whole to hold.
const char* filters(Input input)
{
    static const Tape tape;
    const QString text = textOf(input);
    const auto whole = domain::TradeFilter::parse(text);
    const qsizetype middle = text.indexOf(QLatin1Char('\n'));
    const auto left = domain::TradeFilter::parse(text.left(middle));
    const auto right = domain::TradeFilter::parse(middle < 0 ? QString() : text.mid(middle + 1));
    if (whole.has_value() != (left && right))
        return "a filter can be read when all its terms can";
    if (!whole)
        return whole.error().text.isEmpty() ? "an error says something" : nullptr;
    for (std::size_t i = 0; i < tape.trades.size(); ++i) {
        if (tape.holds(*whole, i) != (tape.holds(*left, i) && tape.holds(*right, i)))
            return "a filter holds when all its terms do";
    }
    return nullptr;
}

} // namespace flowglass::fuzz
