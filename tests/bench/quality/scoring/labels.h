// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/tape.h"

#include <cstdint>
#include <string>
#include <vector>

namespace flowglass::quality {

struct LabelledPrint
{
    std::string ticker;
    std::int64_t ns = 0;
    double price = 0.0; // dollars
    std::uint32_t size = 0;
    std::uint64_t sequence = 0; // position in the tape by time, from 1
    bool operator==(const LabelledPrint&) const = default;
};

struct LabelledEvent
{
    int id = 0;
    EventKind kind = EventKind::Block;
    Grade grade = Grade::Weak;
    std::string ticker; // empty: of the whole underlying
    std::string underlying;
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
    std::vector<LabelledPrint> prints;
    bool operator==(const LabelledEvent&) const = default;
};

struct LabelledNews
{
    std::string underlying;
    std::int64_t ns = 0;
    bool operator==(const LabelledNews&) const = default;
};

// What is true of a tape, apart from its prints: all that scoring needs. Events and news of all its days.
struct Labels
{
    std::uint64_t seed = 0;
    std::int64_t scoredFromNs = 0; // the scored day
    std::int64_t scoredToNs = 0;
    std::uint64_t scoredPrints = 0;
    std::vector<LabelledEvent> events;
    std::vector<LabelledNews> news;
    bool operator==(const Labels&) const = default;
};

Labels labelsOf(const Tape& tape);

} // namespace flowglass::quality
