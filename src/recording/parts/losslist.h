// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/framesource.h"

#include <optional>
#include <vector>

namespace flowglass::recording {

// What a recording lost, in the order in which it was found, each part once however often it was read.
class LossList
{
public:
    static constexpr std::size_t kMost = 10'000; // beyond it the last one stands for all that follow

    void add(const Loss& loss);
    // A line that is no entry. Those of one block are one loss: its offset, and the bytes of their text.
    void addLine(qint64 block, qsizetype bytes);
    std::vector<Loss> all() const;

private:
    void endLines();

    std::vector<Loss> m_losses;
    std::optional<Loss> m_lines; // of the block that is being read
};

} // namespace flowglass::recording
