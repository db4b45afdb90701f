// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace flowglass::market {

// Random numbers of a seed: xoshiro256** with its own distributions, because those of the standard
// library differ from one library to the next. Several streams of one seed differ by their salt.
class Random
{
public:
    Random(std::uint64_t seed, std::uint64_t salt)
    {
        std::uint64_t x = seed * 0x9E3779B97F4A7C15ULL + salt;
        for (std::uint64_t& word : m_state)
            word = splitMix(x);
    }

    std::uint64_t bits()
    {
        const std::uint64_t result = rotated(m_state[1] * 5, 7) * 9;
        const std::uint64_t t = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }
    double uniform() { return double(bits() >> 11) * 0x1.0p-53; } // [0, 1)
    double between(double low, double high) { return low + (high - low) * uniform(); }
    std::uint32_t below(std::uint32_t n) { return std::uint32_t(((bits() >> 32) * n) >> 32); }
    bool chance(double p) { return uniform() < p; }
    double exponential(double mean) { return -mean * std::log1p(-uniform()); }
    double normal() // the second value of a pair is not kept: a stream stays easy to follow
    {
        const double radius = std::sqrt(-2.0 * std::log1p(-uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }
    double logNormal(double median, double sigma) { return median * std::exp(sigma * normal()); }
    std::uint32_t poisson(double mean)
    {
        if (mean > 60.0)
            return std::uint32_t(std::max(0.0, mean + std::sqrt(mean) * normal() + 0.5));
        const double limit = std::exp(-mean);
        std::uint32_t count = 0;
        for (double product = uniform(); product > limit; product *= uniform())
            ++count;
        return count;
    }

private:
    static std::uint64_t rotated(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    static std::uint64_t splitMix(std::uint64_t& x)
    {
        x += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = x;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    std::array<std::uint64_t, 4> m_state{};
};

} // namespace flowglass::market
