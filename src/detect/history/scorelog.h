// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/scoreboard.h"
#include "domain/evidence/explanation.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

namespace flowglass::detect {

// What was said of each row of the tape, in 8 bytes: every detector's calibrated score, or why it gave none, and
// the threshold in steps of 0.1, or why the row was not judged. Rows live in blocks of 65,536; over the capacity
// the oldest block is used again. Rows need not rise.
class ScoreLog
{
public:
    static constexpr std::size_t kBlockRows = 65'536;
    static constexpr double kStep = 0.1;
    static constexpr unsigned kMostSteps = 230;

    struct Entry
    {
        // Rounded down, but up to the threshold when it was reached; above kMostSteps: why there is none.
        std::array<std::uint8_t, 6> scores{};
        std::uint16_t rest = 0; // threshold, rounded up: 7 bits; filtered: 6; reason: 3
        double score(std::size_t detector) const { return isScore(detector) ? scores[detector] * kStep : 0.0; }
        domain::NotJudged silent(std::size_t detector) const
        {
            return isScore(detector) ? domain::NotJudged::No : domain::NotJudged(scores[detector] - kMostSteps);
        }
        bool isHighest(std::size_t detector) const { return scores[detector] == kMostSteps; } // or higher
        bool isScore(std::size_t detector) const { return scores[detector] <= kMostSteps; }
        double threshold() const { return (rest >> 9) * kStep; }
        bool filtered(std::size_t detector) const { return (rest >> (3 + detector) & 1U) != 0; }
        domain::NotJudged reason() const { return domain::NotJudged(rest & 7U); }
    };
    static_assert(sizeof(Entry) == 8 && kDetectors <= 6);

    explicit ScoreLog(std::size_t capacityRows = 10'000'000);

    void judged(std::uint64_t row, const Scores& scores, double threshold);
    void notJudged(std::uint64_t row, domain::NotJudged reason);
    std::optional<Entry> entry(std::uint64_t row) const; // empty when forgotten or never given

private:
    using Block = std::array<Entry, kBlockRows>;
    Entry* place(std::uint64_t row); // nullptr when it is older than all that are kept
    std::unique_ptr<Block> emptyBlock();

    std::size_t m_capacity;    // blocks
    std::uint64_t m_first = 0; // number of the oldest block
    std::deque<std::unique_ptr<Block>> m_blocks;
};

} // namespace flowglass::detect
