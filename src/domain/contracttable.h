// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/optionsymbol.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flowglass::domain {

// Names a contract within one run: an index into the ContractTable, dense from 0.
struct ContractId
{
    std::uint32_t value = 0;
    auto operator<=>(const ContractId&) const = default;
};

// Gives each ticker seen a ContractId, in order of first sight. Entries are never removed and never
// move, so references stay valid for the table's life. One thread.
class ContractTable
{
public:
    struct Entry
    {
        std::string ticker;                 // as received
        std::optional<OptionSymbol> symbol; // empty: the ticker cannot be read
    };

    explicit ContractTable(std::size_t capacity = 4'000'000);

    // Empty only when the table is full (a feed that invents tickers without end).
    std::optional<ContractId> intern(std::string_view ticker);
    std::optional<ContractId> find(std::string_view ticker) const;
    const Entry& operator[](ContractId id) const { return m_entries[id.value]; }
    std::size_t size() const { return m_entries.size(); }

private:
    std::size_t slotOf(std::string_view ticker, std::uint64_t hash) const;
    void grow();

    std::size_t m_capacity;
    std::deque<Entry> m_entries;
    // Open addressing: index + 1 of the entry, 0 free, beside 32 bits of its hash.
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t index = 0;
    };
    std::vector<Slot> m_slots;
};

} // namespace flowglass::domain
