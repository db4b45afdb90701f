// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace flowglass::quality {

// xoshiro256++ with own distributions (those of the standard library differ between implementations).
// Draw once an expression: the order of two draws in one is the compiler's choice, and would be the tape's.
// Streams of one seed are independent, so that one ingredient of a tape can change without the others.
class Rng
{
public:
    Rng(std::uint64_t seed, std::uint64_t stream);

    std::uint64_t bits();
    double unit(); // in (0, 1)
    double between(double low, double high) { return low + (high - low) * unit(); }
    int below(int count) { return int(unit() * count); } // 0 to count - 1
    bool chance(double p) { return unit() < p; }
    double sign() { return chance(0.5) ? 1.0 : -1.0; }
    double normal();
    double lognormal(double sd); // median 1
    double exponential(double mean);
    int poisson(double mean); // of a small mean: O(mean)

private:
    std::array<std::uint64_t, 4> m_state{};
    double m_spare = 0.0; // a normal drawn with the last
    bool m_hasSpare = false;
};

} // namespace flowglass::quality
