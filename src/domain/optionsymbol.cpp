// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/optionsymbol.h"

#include "domain/price.h"

#include <algorithm>

namespace flowglass::domain {

namespace {

constexpr std::size_t kTail = 15; // YYMMDD, C or P, eight strike digits

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits) {
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool isRootCharacter(char c) { return (c >= 'A' && c <= 'Z') || isDigit(c) || c == '.'; }

} // namespace

std::optional<OptionSymbol> OptionSymbol::parse(std::string_view ticker)
{
    if (!ticker.starts_with("O:"))
        return std::nullopt;
    ticker.remove_prefix(2);
    if (ticker.size() <= kTail || ticker.size() > kTail + 6)
        return std::nullopt;
    const std::string_view root = ticker.substr(0, ticker.size() - kTail);
    const std::string_view tail = ticker.substr(root.size());
    const bool hasLetter = std::ranges::any_of(root, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!hasLetter || !std::ranges::all_of(root, isRootCharacter) || root.back() == '.')
        return std::nullopt;

    const auto year = number(tail.substr(0, 2));
    const auto month = number(tail.substr(2, 2));
    const auto day = number(tail.substr(4, 2));
    const auto strike = number(tail.substr(7));
    const char right = tail[6];
    if (!year || !month || !day || !strike || (right != 'C' && right != 'P'))
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(2000 + *year),
                                           std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    if (!date.ok() || *strike == 0)
        return std::nullopt;

    OptionSymbol symbol;
    std::ranges::copy(root, symbol.root.begin());
    symbol.right = right == 'C' ? Right::Call : Right::Put;
    symbol.expiryDay = std::int32_t(std::chrono::sys_days(date).time_since_epoch().count());
    symbol.strikeMils = *strike;
    return symbol;
}

std::string_view OptionSymbol::rootText() const
{
    const auto end = std::ranges::find(root, '\0');
    return {root.data(), std::size_t(end - root.begin())};
}

bool OptionSymbol::isAdjusted() const
{
    const std::string_view text = rootText();
    return text.size() > 1 && isDigit(text.back());
}

std::string_view OptionSymbol::standardRoot() const
{
    std::string_view text = rootText();
    if (isAdjusted())
        text.remove_suffix(1);
    return text;
}

std::chrono::year_month_day OptionSymbol::expiry() const
{
    return std::chrono::sys_days(std::chrono::days(expiryDay));
}

QString strikeText(std::int32_t strikeMils)
{
    return decimalText(std::int64_t(strikeMils) * (kUnitsPerDollar / 1000));
}

QString contractLabel(const OptionSymbol& symbol)
{
    static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = symbol.expiry();
    const std::string_view root = symbol.rootText();
    return QString::fromLatin1(root.data(), qsizetype(root.size())) + QLatin1Char(' ')
           + QString::number(unsigned(date.day())) + QLatin1Char(' ')
           + QLatin1String(kMonths[unsigned(date.month()) - 1]) + QLatin1Char(' ')
           + QString::number(int(date.year()) % 100).rightJustified(2, QLatin1Char('0')) + QLatin1Char(' ')
           + strikeText(symbol.strikeMils) + QLatin1Char(' ')
           + QLatin1Char(symbol.right == Right::Call ? 'C' : 'P');
}

QString isoDate(std::chrono::year_month_day date)
{
    return QStringLiteral("%1-%2-%3")
        .arg(int(date.year()), 4, 10, QLatin1Char('0'))
        .arg(unsigned(date.month()), 2, 10, QLatin1Char('0'))
        .arg(unsigned(date.day()), 2, 10, QLatin1Char('0'));
}

} // namespace flowglass::domain
