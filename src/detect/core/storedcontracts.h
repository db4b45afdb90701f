// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/optionsymbol.h"

#include <QByteArray>

#include <cstdint>
#include <tuple>
#include <vector>

namespace flowglass::detect {

// The contracts of saved baselines that have not traded yet in this run: where each one's record lies in the
// saved text. A record is read when its contract trades first, or copied when baselines are saved again.
class StoredContracts
{
public:
    struct Entry
    {
        domain::OptionSymbol symbol;
        std::uint32_t begin = 0; // of its record, bytes
        std::uint32_t end = 0;
        bool taken = false;
    };

    // The order of contracts in saved baselines.
    static auto keyOf(const domain::OptionSymbol& symbol)
    {
        return std::tuple(symbol.root, symbol.expiryDay, symbol.strikeMils, symbol.right);
    }

    void set(const QByteArray& text, std::vector<Entry> entries); // any order
    // The contract's record, once; empty when there is none.
    QByteArrayView take(const domain::OptionSymbol& symbol);
    // f(symbol, record) for each that was not taken, in order of their symbols.
    template <class F>
    void forEachLeft(const F& f) const
    {
        for (const Entry& entry : m_entries) {
            if (!entry.taken)
                f(entry.symbol, record(entry));
        }
    }

private:
    QByteArrayView record(const Entry& entry) const;

    QByteArray m_text;
    std::vector<Entry> m_entries; // in order of their symbols
};

} // namespace flowglass::detect
