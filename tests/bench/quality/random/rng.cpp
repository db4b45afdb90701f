// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/random/rng.h"

#include "bench/quality/random/portablemath.h"

#include <bit>
#include <cmath>

namespace flowglass::quality {

namespace {

std::uint64_t splitMix(std::uint64_t& state)
{
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace

Rng::Rng(std::uint64_t seed, std::uint64_t stream)
{
    std::uint64_t mixed = stream;
    std::uint64_t state = seed ^ splitMix(mixed);
    for (std::uint64_t& word : m_state)
        word = splitMix(state);
}

std::uint64_t Rng::bits()
{
    const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Rng::unit()
{
    return (double(bits() >> 12) + 0.5) * 0x1p-52;
}

// Marsaglia's polar method.
double Rng::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    for (;;) {
        const double x = between(-1.0, 1.0);
        const double y = between(-1.0, 1.0);
        const double square = x * x + y * y;
        if (square >= 1.0 || square == 0.0)
            continue;
        const double factor = std::sqrt(-2.0 * portable::log(square) / square);
        m_spare = y * factor;
        m_hasSpare = true;
        return x * factor;
    }
}

double Rng::lognormal(double sd)
{
    return portable::exp(sd * normal());
}

double Rng::exponential(double mean)
{
    return -mean * portable::log(unit());
}

int Rng::poisson(double mean)
{
    const double limit = portable::exp(-mean);
    int count = 0;
    for (double product = unit(); product > limit; product *= unit())
        ++count;
    return count;
}

} // namespace flowglass::quality
