// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/countedorders.h"
#include "domain/anomaly.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace flowglass::detect {

// What one anomaly rests on: of each kind the most surprising things said, so that when a print is cancelled
// the next best takes the place of what rested on it. Of things that rest on the same prints or on counts
// that overlap a few are kept, of others many.
class Claims
{
public:
    static constexpr std::size_t kMostAlike = 4;
    static constexpr std::size_t kMostOfKind = 64;

    struct Basis
    {
        std::vector<std::uint64_t> rows;     // falls when one of them is cancelled; or
        std::optional<CountedOrders> orders; // becomes less when one of them is
    };
    struct Claim
    {
        domain::Evidence evidence;
        Basis basis;
        double threshold = 0.0; // of then: it flags when it reaches it, else it only supports
        bool flags() const { return evidence.surprise >= threshold; }
    };

    // Whether a claim of this surprise would be kept.
    bool wants(domain::AnomalyKind kind, double surprise, const Basis& basis) const;
    void add(Claim claim);
    bool dropRestingOn(std::uint64_t row); // whether any fell
    bool takeOut(const LostOrder& lost);   // whether any counted it
    bool anyFlags() const;
    double surprise(domain::AnomalyKind kind) const; // the highest; 0 when it has not spoken
    void tell(domain::Anomaly& anomaly) const;       // its kinds, evidence and score

private:
    std::vector<Claim> m_claims; // by kind, the most surprising of each first
};

} // namespace flowglass::detect
