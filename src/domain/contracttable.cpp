// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/contracttable.h"

#include <cstring>

namespace flowglass::domain {

namespace {

// Multiply-mix over 8-byte words: tickers are 17 to 23 bytes, so three rounds.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ text.size();
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t bytes = text.size() < 8 ? text.size() : 8;
        std::memcpy(&word, text.data(), bytes);
        hash = (hash ^ word) * 0xD6E8FEB86659FD93ULL;
        hash ^= hash >> 32;
        text.remove_prefix(bytes);
    }
    return hash;
}

} // namespace

ContractTable::ContractTable(std::size_t capacity) : m_capacity(capacity), m_slots(4096) {}

std::size_t ContractTable::slotOf(std::string_view ticker, std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    const auto tag = std::uint32_t(hash >> 32);
    std::size_t slot = hash & mask;
    while (m_slots[slot].index != 0) {
        if (m_slots[slot].hash == tag && m_entries[m_slots[slot].index - 1].ticker == ticker)
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

std::optional<ContractId> ContractTable::find(std::string_view ticker) const
{
    const Slot& slot = m_slots[slotOf(ticker, hashOf(ticker))];
    if (slot.index == 0)
        return std::nullopt;
    return ContractId{slot.index - 1};
}

std::optional<ContractId> ContractTable::intern(std::string_view ticker)
{
    const std::uint64_t hash = hashOf(ticker);
    const std::size_t at = slotOf(ticker, hash);
    if (m_slots[at].index != 0)
        return ContractId{m_slots[at].index - 1};
    if (m_entries.size() >= m_capacity)
        return std::nullopt;
    m_entries.push_back({std::string(ticker), OptionSymbol::parse(ticker)});
    m_slots[at] = {std::uint32_t(hash >> 32), std::uint32_t(m_entries.size())};
    const ContractId id{std::uint32_t(m_entries.size() - 1)};
    if (m_entries.size() * 2 > m_slots.size())
        grow();
    return id;
}

void ContractTable::grow()
{
    m_slots.assign(m_slots.size() * 2, {});
    for (std::size_t index = 0; index < m_entries.size(); ++index) {
        const std::uint64_t hash = hashOf(m_entries[index].ticker);
        m_slots[slotOf(m_entries[index].ticker, hash)] = {std::uint32_t(hash >> 32),
                                                          std::uint32_t(index + 1)};
    }
}

} // namespace flowglass::domain
