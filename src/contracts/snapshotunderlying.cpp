// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/snapshotunderlying.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace flowglass::contracts {

namespace {

using namespace std::string_view_literals;

constexpr std::array kIndices = {"BKX"sv, "DJX"sv, "HGX"sv, "MRUT"sv, "MXEA"sv, "MXEF"sv, "NDX"sv,
                                 "OEX"sv, "OSX"sv, "RLG"sv, "RLV"sv,  "RUI"sv,  "RUT"sv,  "SOX"sv,
                                 "SPX"sv, "UTY"sv, "VIX"sv, "XAU"sv,  "XEO"sv,  "XND"sv,  "XSP"sv};

// Roots whose index has another name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kIndexOfRoot = {{{"SPXW"sv, "SPX"sv},
                                                                                        {"NDXP"sv, "NDX"sv},
                                                                                        {"RUTW"sv, "RUT"sv},
                                                                                        {"VIXW"sv, "VIX"sv},
                                                                                        {"XSPW"sv, "XSP"sv}}};

bool isPathSafe(const QString& underlying)
{
    const auto fits = [](QChar c) {
        return (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
               (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
               (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') ||
               c == QLatin1Char(':') || c == QLatin1Char('-');
    };
    return std::ranges::any_of(underlying, [](QChar c) { return c.isLetter(); }) &&
           std::ranges::all_of(underlying, fits);
}

// ISO 10962: the fourth letter of an option's code is the kind of its underlying.
bool isIndexOption(const domain::ContractTerms& terms)
{
    return terms.cfi.size() == 6 && terms.cfi.at(3) == QLatin1Char('I');
}

bool isIndex(std::string_view name)
{
    return std::ranges::find(kIndices, name) != kIndices.end();
}

QString withPrefix(const QString& name)
{
    const QLatin1String prefix("I:");
    return name.startsWith(prefix) ? name : prefix + name;
}

} // namespace

QString snapshotUnderlying(const std::optional<domain::ContractTerms>& terms,
                           const domain::OptionSymbol& symbol)
{
    if (!terms || !isPathSafe(terms->underlying))
        return snapshotUnderlying(symbol.standardRoot());
    const QString& name = terms->underlying;
    return isIndex(name.toStdString()) || isIndexOption(*terms) ? withPrefix(name) : name;
}

QString snapshotUnderlying(std::string_view root)
{
    while (root.size() > 1 && root.back() >= '0' && root.back() <= '9')
        root.remove_suffix(1);
    const auto known =
        std::ranges::find(kIndexOfRoot, root, &std::pair<std::string_view, std::string_view>::first);
    const std::string_view name = known == kIndexOfRoot.end() ? root : known->second;
    const QString text = QString::fromLatin1(name.data(), qsizetype(name.size()));
    return isIndex(name) ? withPrefix(text) : text;
}

} // namespace flowglass::contracts
