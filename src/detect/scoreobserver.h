// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/evidence.h"
#include "domain/trade.h"

#include <cstdint>
#include <span>

namespace flowglass::detect {

// What one detector said of one print. Surge speaks of the underlying, the others of the contract.
struct DetectorScore
{
    domain::AnomalyKind kind = domain::AnomalyKind::Size;
    double raw = 0.0;        // -log10 of the chance; 0: nothing, or not judged by this detector
    double calibrated = 0.0; // on the common scale, before the settings' filters
};

// Sees every score, flagged or not: for measuring how good the detectors are. Called from within
// Engine::judge(), once per judged print; it must not call the engine.
struct ScoreObserver
{
    virtual ~ScoreObserver() = default;
    // One score per detector, in order of registration. sizeTail: P(an order is at least as large).
    virtual void scored(const domain::Trade& trade, std::uint64_t row, std::span<const DetectorScore> scores,
                        double sizeTail) = 0;
};

} // namespace flowglass::detect
