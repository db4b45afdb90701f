// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace flowglass::detect {

// The histogram of TailHist for one contract, in 40 bytes: octaves from 8 up, pairs below, no tail of its own.
class ContractSizes
{
public:
    void add(std::uint32_t size);
    void remove(std::uint32_t size);
    std::uint32_t count() const { return m_atLeast[0]; }
    // Smallest and largest order so far; 0 when none. Cancelled ones stay in.
    std::uint32_t low() const { return m_low; }
    std::uint32_t high() const { return m_high; }
    double tail(std::uint32_t size, double parentTail) const;

    void fade();
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        for (std::uint16_t& n : m_atLeast)
            pipe(n);
        pipe(m_low);
        pipe(m_high);
    }

private:
    static constexpr std::size_t kBins = 16;

    std::array<std::uint16_t, kBins> m_atLeast{};
    std::uint32_t m_low = 0;
    std::uint32_t m_high = 0;
};

} // namespace flowglass::detect
