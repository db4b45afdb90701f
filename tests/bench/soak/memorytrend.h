// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace flowglass::bench {

// Whether memory is flat: a straight line through the samples of the second half of a run must not rise by
// more than 5 % of their mean, or 16 MiB if that is more, over that half. Fewer than 20 samples in that half
// say nothing, and pass. A value.
class MemoryTrend
{
public:
    void add(double seconds, double bytes) { m_samples.push_back({seconds, bytes}); }
    bool isFlat() const;
    QString text() const; // the rule with its figures

private:
    struct Sample
    {
        double seconds;
        double bytes;
    };
    struct Fit
    {
        std::size_t samples = 0;
        double mean = 0.0; // bytes
        double rise = 0.0; // bytes, from the first to the last
        double allowed() const;
        bool tells() const;
    };
    Fit fit() const;
    std::vector<Sample> m_samples;
};

} // namespace flowglass::bench
