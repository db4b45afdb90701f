// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/memorytrend.h"

#include <algorithm>
#include <span>

namespace flowglass::bench {

namespace {

constexpr double kMib = 1024.0 * 1024.0;
constexpr double kShare = 0.05;
constexpr double kSlack = 16.0 * kMib;
constexpr std::size_t kFewest = 20;

} // namespace

double MemoryTrend::Fit::allowed() const { return std::max(kShare * mean, kSlack); }

bool MemoryTrend::Fit::tells() const { return samples >= kFewest; }

MemoryTrend::Fit MemoryTrend::fit() const
{
    const auto half = std::span(m_samples).subspan(m_samples.size() / 2);
    Fit fit{half.size(), 0.0, 0.0};
    if (half.size() < 2)
        return fit;
    double meanSeconds = 0.0;
    for (const Sample& sample : half) {
        meanSeconds += sample.seconds / double(half.size());
        fit.mean += sample.bytes / double(half.size());
    }
    double both = 0.0;
    double square = 0.0;
    for (const Sample& sample : half) {
        both += (sample.seconds - meanSeconds) * (sample.bytes - fit.mean);
        square += (sample.seconds - meanSeconds) * (sample.seconds - meanSeconds);
    }
    fit.rise = square > 0.0 ? both / square * (half.back().seconds - half.front().seconds) : 0.0;
    return fit;
}

bool MemoryTrend::isFlat() const
{
    const Fit found = fit();
    return !found.tells() || found.rise <= found.allowed();
}

QString MemoryTrend::text() const
{
    const Fit found = fit();
    if (!found.tells())
        return QStringLiteral("memory: %1 samples in the second half say nothing").arg(found.samples);
    return QStringLiteral("memory: mean %1 MiB, rises by %2 MiB over the second half, %3 MiB allowed: %4")
        .arg(found.mean / kMib, 0, 'f', 1)
        .arg(found.rise / kMib, 0, 'f', 1)
        .arg(found.allowed() / kMib, 0, 'f', 1)
        .arg(found.rise <= found.allowed() ? QStringLiteral("flat") : QStringLiteral("GROWS"));
}

} // namespace flowglass::bench
