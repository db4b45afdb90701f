// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/gap/gapnames.h"

namespace flowglass::contracts {

bool isOfRoot(const domain::OptionSymbol& symbol, std::string_view root)
{
    return symbol.rootText() == root || symbol.standardRoot() == root;
}

bool isWithin(const QString& ticker, const QString& name)
{
    if (name == QLatin1String("*") || name == ticker)
        return true;
    const auto symbol = domain::OptionSymbol::parse(ticker.toStdString());
    return symbol && isOfRoot(*symbol, name.toStdString());
}

} // namespace flowglass::contracts
