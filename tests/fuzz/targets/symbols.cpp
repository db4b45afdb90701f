// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/optionsymbol.h"
#include "domain/watchlist.h"
#include "fuzz/fuzz.h"

#include <cstdio>
#include <string>

namespace flowglass::fuzz {

namespace {

std::string written(const domain::OptionSymbol& symbol)
{
    const auto date = symbol.expiry();
    char tail[40];
    std::snprintf(tail, sizeof tail, "%02d%02u%02u%c%08d", int(date.year()) % 100, unsigned(date.month()),
                  unsigned(date.day()), symbol.right == domain::Right::Call ? 'C' : 'P', symbol.strikeMils);
    return "O:" + std::string(symbol.rootText()) + tail;
}

} // namespace

const char* symbols(Input input)
{
    const std::string_view ticker(reinterpret_cast<const char*>(input.data()), input.size());
    if (const auto symbol = domain::OptionSymbol::parse(ticker)) {
        if (written(*symbol) != ticker)
            return "a symbol is written as it was read";
        if (symbol->strikeMils <= 0 || domain::contractLabel(*symbol).isEmpty()
            || symbol->standardRoot().empty())
            return "a symbol has a strike, a label and a root";
    }
    if (const auto watch = domain::WatchList::parse(textOf(input))) {
        const auto again = domain::WatchList::parse(watch->text());
        if (!again || !(*again == *watch))
            return "a watch list is read as it is written";
    }
    return nullptr;
}

} // namespace flowglass::fuzz
