// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace flowglass::bench {

struct FrameSpec
{
    std::uint64_t trades = 2'000'000;
    int contracts = 5'000; // every twelfth root is NVDA, about 8 % of the trades
    int perFrame = 20;
    std::uint64_t seed = 1;
};

// Frames as the provider sends them: UTF-8 JSON arrays of trade events, heavy-tailed sizes, times that rise
// at 50,000 trades a second, sequences that rise by contract.
std::vector<QByteArray> makeFrames(const FrameSpec& spec);

} // namespace flowglass::bench
