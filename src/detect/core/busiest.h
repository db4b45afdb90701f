// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace flowglass::detect {

// The contracts of an underlying that were busiest lately, by fading counts of their orders, in the space of
// a few: the quietest makes room for a newcomer and leaves it its count, so a busy one is never missed, and
// none is overstated by more than that. 80 bytes.
class Busiest
{
public:
    static constexpr double kFadeSeconds = 120.0;
    struct Entry
    {
        domain::ContractId contract;
        float orders = 0.0F;
    };
    static constexpr std::size_t kPlaces = 8;

    void add(domain::ContractId contract, std::int64_t baselineMs)
    {
        const double seconds = std::max(0.0, double(baselineMs - m_lastMs) / 1000.0);
        m_lastMs = std::max(m_lastMs, baselineMs);
        const auto fade = float(std::exp(-seconds / kFadeSeconds));
        Entry* place = &m_entries.front();
        bool known = false;
        for (Entry& entry : m_entries) {
            entry.orders *= fade;
            if (entry.orders > 0.0F && entry.contract == contract) {
                place = &entry;
                known = true;
            } else if (!known && entry.orders < place->orders) {
                place = &entry;
            }
        }
        place->contract = contract;
        place->orders += 1.0F;
    }
    // Busiest first; those without orders come last, with 0.
    std::array<Entry, kPlaces> ordered() const
    {
        auto sorted = m_entries;
        std::ranges::stable_sort(sorted, std::ranges::greater(), &Entry::orders);
        return sorted;
    }

private:
    std::array<Entry, kPlaces> m_entries{};
    std::int64_t m_lastMs = 0;
};

} // namespace flowglass::detect
