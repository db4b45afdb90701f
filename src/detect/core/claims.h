// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"

#include <cstdint>
#include <vector>

namespace flowglass::detect {

// What one anomaly rests on: of each kind the most surprising things said, so that when a print is cancelled
// the next best takes the place of what rested on it.
class Claims
{
public:
    static constexpr std::size_t kMostOfKind = 4;

    struct Claim
    {
        domain::Evidence evidence;
        std::vector<std::uint64_t> rows; // falls when one of them is cancelled; empty: rests on no one print
        bool flags = false;              // reached the threshold; else it only supports
    };

    // Whether a claim of this surprise would be kept.
    bool wants(domain::AnomalyKind kind, double surprise) const;
    void add(Claim claim);
    bool dropRestingOn(std::uint64_t row); // whether any fell
    bool anyFlags() const;
    double surprise(domain::AnomalyKind kind) const; // the highest; 0 when it has not spoken
    void tell(domain::Anomaly& anomaly) const;       // its kinds, evidence and score

private:
    std::vector<Claim> m_claims; // by kind, the most surprising of each first
};

} // namespace flowglass::detect
