// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/random/portablemath.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace flowglass::quality::portable {

namespace {

constexpr double kLn2High = 0x1.62e42feep-1; // few enough digits that k * kLn2High is exact
constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
constexpr double kRootTwoPi = 2.5066282746310002;

constexpr std::array<double, 14> kInverseFactorials = [] {
    std::array<double, 14> values{1.0};
    for (std::size_t n = 1; n < values.size(); ++n)
        values[n] = values[n - 1] / double(n);
    return values;
}();
constexpr std::array<double, 11> kInverseOdds = [] {
    std::array<double, 11> values{};
    for (std::size_t n = 0; n < values.size(); ++n)
        values[n] = 1.0 / double(2 * n + 1);
    return values;
}();

template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x)
{
    double sum = coefficients.back();
    for (std::size_t n = N - 1; n > 0; --n)
        sum = sum * x + coefficients[n - 1];
    return sum;
}

double powerOfTwo(int k)
{
    return std::bit_cast<double>(std::uint64_t(k + 1023) << 52);
}

} // namespace

double exp(double x)
{
    if (x < -700.0)
        return 0.0;
    x = std::min(x, 700.0);
    const double k = std::floor(x * 1.4426950408889634 + 0.5);
    const double r = (x - k * kLn2High) - k * kLn2Low;
    return polynomial(kInverseFactorials, r) * powerOfTwo(int(k));
}

double log(double x)
{
    const auto bits = std::bit_cast<std::uint64_t>(x);
    int exponent = int(bits >> 52) - 1023;
    double m = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
    if (m > 1.4142135623730951) {
        m *= 0.5;
        ++exponent;
    }
    const double s = (m - 1.0) / (m + 1.0);
    return exponent * kLn2High + (2.0 * s * polynomial(kInverseOdds, s * s) + exponent * kLn2Low);
}

double pow(double x, double y)
{
    return exp(y * log(x));
}

// Abramowitz and Stegun 26.2.17.
double normalCdf(double z)
{
    const double t = 1.0 / (1.0 + 0.2316419 * std::fabs(z));
    const double tail =
        exp(-0.5 * z * z) / kRootTwoPi * t *
        (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return z >= 0.0 ? 1.0 - tail : tail;
}

double normalTail(double z)
{
    if (z < 2.0)
        return normalCdf(-z);
    double fraction = z; // Laplace's continued fraction
    for (int n = 40; n > 0; --n)
        fraction = z + n / fraction;
    return exp(-0.5 * z * z) / kRootTwoPi / fraction;
}

double normalTailQuantile(double tail)
{
    double low = -8.0;
    double high = 30.0;
    for (int step = 0; step < 60; ++step) {
        const double middle = 0.5 * (low + high);
        (normalTail(middle) > tail ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace flowglass::quality::portable
