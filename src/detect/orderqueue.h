// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace flowglass::detect {

struct ContractState;

// Contracts with a running order, oldest start first, so that an order's final size is learnt soon even if
// its contract does not trade again. A ring that grows to the busiest second and then allocates no more.
class OrderQueue
{
public:
    struct Entry
    {
        ContractState* contract = nullptr;
        std::int64_t startMs = 0;
    };

    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    const Entry& at(std::size_t place) const { return m_ring[(m_front + place) & (m_ring.size() - 1)]; }
    const Entry& front() const { return m_ring[m_front]; }
    void pop()
    {
        m_front = (m_front + 1) & (m_ring.size() - 1);
        --m_size;
    }
    void push(Entry entry)
    {
        if (m_size == m_ring.size())
            grow();
        m_ring[(m_front + m_size++) & (m_ring.size() - 1)] = entry;
    }

private:
    void grow()
    {
        std::vector<Entry> larger(m_ring.empty() ? 1024 : m_ring.size() * 2);
        for (std::size_t at = 0; at < m_size; ++at)
            larger[at] = m_ring[(m_front + at) & (m_ring.size() - 1)];
        m_ring = std::move(larger);
        m_front = 0;
    }

    std::vector<Entry> m_ring; // a power of two
    std::size_t m_front = 0;
    std::size_t m_size = 0;
};

} // namespace flowglass::detect
