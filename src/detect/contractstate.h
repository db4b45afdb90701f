// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/orderrate.h"
#include "detect/core/package.h"
#include "detect/core/recentpremium.h"
#include "detect/core/scoreboard.h"
#include "detect/detectors/detectorset.h"
#include "detect/ordermerger.h"
#include "detect/stats/sizemodel.h"
#include "domain/contracttable.h"

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

namespace flowglass::detect {

// All that judging keeps of one contract.
struct ContractState
{
    static constexpr std::uint32_t kUnreadable = UINT32_MAX;

    std::int64_t newestMs = 0;      // highest event time judged
    std::int64_t lastFlaggedMs = 0; // of its newest flagged print
    Order order;                    // running, or last
    ContractSizes sizes;
    ContractRate rate;
    ContractStates detectors;
    std::uint32_t underlying = kUnreadable;
    std::uint32_t newestPrint = 0; // serial in the CancelBook
    std::uint32_t anomaly = 0;     // its newest; 0 none
    std::int32_t day = 0;
    RecentPremium premium;
    Peaks peaks;

    // What the next day starts from.
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        pipe(day);
        sizes.archive(pipe);
        rate.archive(pipe);
        forEachDetector([&](auto i) { archiveIfKept(pipe, std::get<i>(detectors)); });
    }
};
static_assert(sizeof(ContractState) <= 256);

struct UnderlyingState
{
    UnderlyingSizes sizes;
    UnderlyingRate rate;
    UnderlyingStates detectors;
    Package package;
    std::int64_t lastFlaggedMs = 0; // of its newest anomaly
    std::uint32_t anomaly = 0;      // its newest of the whole underlying; 0 none
    RecentPremium premium;
    Peaks peaks;
    std::int32_t day = 0;

    template <class Pipe>
    void archive(Pipe& pipe)
    {
        pipe(day);
        sizes.archive(pipe);
        rate.archive(pipe);
        forEachDetector([&](auto i) { archiveIfKept(pipe, std::get<i>(detectors)); });
    }
};
static_assert(sizeof(UnderlyingState) <= 2048);

// States by ContractId, made when a contract first trades. One that never does costs 4 bytes.
class ContractStateTable
{
public:
    // Whether the contract is new is left in `fresh`. References stay valid.
    ContractState& of(domain::ContractId contract, bool* fresh)
    {
        if (contract.value >= m_slots.size())
            m_slots.resize(std::max<std::size_t>(contract.value + 1ULL, m_slots.size() * 2));
        std::uint32_t& slot = m_slots[contract.value];
        *fresh = slot == 0;
        if (slot == 0) {
            m_states.emplace_back();
            slot = std::uint32_t(m_states.size());
        }
        return m_states[slot - 1];
    }

    // Nullptr when it never traded.
    const ContractState* find(domain::ContractId contract) const
    {
        const bool known = contract.value < m_slots.size() && m_slots[contract.value] != 0;
        return known ? &m_states[m_slots[contract.value] - 1] : nullptr;
    }

    // f(contract, state) for each that has traded, in order of their ids.
    template <class F>
    void forEach(const F& f) const
    {
        for (std::uint32_t id = 0; id < m_slots.size(); ++id) {
            if (m_slots[id] != 0)
                f(domain::ContractId{id}, m_states[m_slots[id] - 1]);
        }
    }
    bool isEmpty() const { return m_states.empty(); }

private:
    std::vector<std::uint32_t> m_slots; // index + 1; 0 none
    std::deque<ContractState> m_states;
};

} // namespace flowglass::detect
