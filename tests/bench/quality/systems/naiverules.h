// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/scoring/scorer.h"
#include "bench/quality/tape/tape.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace flowglass::quality {

// The rules of thumb that flow scanners use, as baselines. Each scores every print; larger is odder.
enum class NaiveRule : std::uint8_t {
    Size,         // contracts
    TimesMean,    // size over the contract's mean so far
    ZScore,       // size in standard deviations above it
    Premium,      // dollars
    VolumeOverOi, // the contract's volume of the day over its open interest
    SizeOverOi,   // size over its open interest
    Hits, // prints of the contract in 100 ms, six being 1, but no more than their premium over $50,000
    MinuteVolume, // volume of a minute over the usual of half an hour
    SameSize,     // prints of that size in the contract in five minutes
    PriceJump,    // relative to the contract's print before
    Count
};
inline constexpr std::size_t kNaiveRules = std::size_t(NaiveRule::Count);

enum class Eligible : std::uint8_t { All, SingleLeg }; // prints that a rule learns from and may flag

// The scores of all rules for each print of the scored day; -1 where a print is not eligible.
class NaiveScores
{
public:
    NaiveScores(const Tape& tape, Eligible eligible);

    // Alerts of the prints that score at least so much; at most `most`, the highest.
    std::vector<Alert> alerts(NaiveRule rule, double least, std::size_t most) const;
    // By the highest of several rules, each put on the scale of its own ranks on this very day, which favours
    // them: -log10 of the share of prints that score at least as much.
    std::vector<Alert> combined(std::span<const NaiveRule> rules, std::size_t most) const;

private:
    std::vector<float> ranks(NaiveRule rule) const;
    std::vector<Alert> best(const std::vector<float>& scores, double least, std::size_t most) const;

    const Tape& m_tape;
    std::array<std::vector<float>, kNaiveRules> m_scores; // by row of the scored day
};

} // namespace flowglass::quality
