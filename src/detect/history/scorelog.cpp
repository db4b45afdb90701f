// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/history/scorelog.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

namespace {

using domain::NotJudged;

static_assert(unsigned(NotJudged::Impossible) < 8, "three bits hold the reasons of a whole print");
static_assert(ScoreLog::kMostSteps + unsigned(NotJudged::Count) <= 256, "a byte holds a score or a reason");

unsigned stepsBelow(double value)
{
    return unsigned(std::clamp(value / ScoreLog::kStep, 0.0, double(ScoreLog::kMostSteps)));
}

unsigned stepsAbove(double value)
{
    return unsigned(std::ceil(std::clamp(value / ScoreLog::kStep, 0.0, 127.0)));
}

} // namespace

ScoreLog::ScoreLog(std::size_t capacityRows)
    : m_capacity(std::max<std::size_t>(2, (capacityRows + kBlockRows - 1) / kBlockRows))
{
}

ScoreLog::Entry* ScoreLog::place(std::uint64_t row)
{
    const std::uint64_t number = row / kBlockRows;
    if (m_blocks.empty() || number >= m_first + m_blocks.size() + m_capacity) {
        m_blocks.clear();
        m_first = number;
    }
    if (m_first + m_blocks.size() > number + m_capacity)
        return nullptr;
    while (number < m_first) {
        m_blocks.push_front(emptyBlock());
        --m_first;
    }
    while (m_first + m_blocks.size() <= number)
        m_blocks.push_back(emptyBlock());
    return &(*m_blocks[number - m_first])[row % kBlockRows];
}

// The oldest, when there are as many as there may be.
std::unique_ptr<ScoreLog::Block> ScoreLog::emptyBlock()
{
    std::unique_ptr<Block> block;
    if (m_blocks.size() == m_capacity) {
        block = std::move(m_blocks.front());
        m_blocks.pop_front();
        ++m_first;
    } else {
        block = std::make_unique<Block>();
    }
    block->fill({{}, std::uint16_t(NotJudged::Unknown)});
    return block;
}

void ScoreLog::judged(std::uint64_t row, const Scores& scores, double threshold)
{
    const unsigned needed = stepsAbove(threshold);
    unsigned rest = needed << 9;
    Entry* entry = place(row);
    if (entry == nullptr)
        return;
    for (std::size_t at = 0; at < kDetectors; ++at) {
        const double score = scores.calibrated[at];
        const unsigned steps = score >= threshold ? std::max(stepsBelow(score), needed) : stepsBelow(score);
        entry->scores[at] = std::uint8_t(
            scores.silent[at] == NotJudged::No ? steps : kMostSteps + unsigned(scores.silent[at]));
        rest |= (scores.counts[at] ? 0U : 1U) << (3 + at);
    }
    entry->rest = std::uint16_t(rest | unsigned(NotJudged::No));
}

void ScoreLog::notJudged(std::uint64_t row, NotJudged reason)
{
    if (Entry* entry = place(row))
        *entry = {{}, std::uint16_t(reason)};
}

std::optional<ScoreLog::Entry> ScoreLog::entry(std::uint64_t row) const
{
    const std::uint64_t number = row / kBlockRows;
    if (number < m_first || number >= m_first + m_blocks.size())
        return std::nullopt;
    return (*m_blocks[number - m_first])[row % kBlockRows];
}

} // namespace flowglass::detect
