// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/config.h"
#include "bench/quality/tape/marketpath.h"
#include "bench/quality/tape/universe.h"

#include <array>
#include <cstdint>
#include <vector>

namespace flowglass::quality {

struct Print
{
    std::int64_t ms = 0; // since 1970
    std::uint32_t contract = 0;
    std::uint32_t size = 0;
    std::int32_t cents = 0;  // of a dollar, a share
    std::int32_t event = -1; // that planted it
    std::uint16_t exchange = 0;
    std::uint8_t condition = 0;
    bool busted = false; // a later print cancels it
    bool operator==(const Print&) const = default;
};

enum class EventKind : std::uint8_t { Block, Sweep, Burst, Underlying, Price, Repeat, Count };
enum class Grade : std::uint8_t { Weak, Medium, Strong, Count };
inline constexpr std::size_t kEventKinds = std::size_t(EventKind::Count);
inline constexpr std::size_t kGrades = std::size_t(Grade::Count);
inline constexpr std::array<const char*, kEventKinds> kEventKindWords = {"block",      "sweep", "burst",
                                                                         "underlying", "price", "repeat"};
inline constexpr std::array<const char*, kGrades> kGradeWords = {"weak", "medium", "strong"};

// Something planted, for a detector to find.
struct PlantedEvent
{
    static constexpr std::uint32_t kNone = UINT32_MAX;

    EventKind kind = EventKind::Block;
    Grade grade = Grade::Weak;
    std::uint32_t root = 0;
    std::uint32_t contract = kNone;  // none: of the whole underlying
    std::int64_t fromMs = 0;         // first planted print
    std::int64_t toMs = 0;           // last planted print
    std::vector<std::uint32_t> rows; // of its prints in the tape, rising
};

// A labelled tape in order of time; at the same millisecond in order of tickers. The position of a print,
// counted from 1, is its sequence number.
struct Tape
{
    TapeConfig config;
    Universe universe;
    std::vector<Print> prints;
    std::vector<PlantedEvent> events; // of all days
    std::vector<News> news;
    std::uint32_t scoredFrom = 0; // first row of the scored day

    std::uint32_t scoredPrints() const { return std::uint32_t(prints.size()) - scoredFrom; }
};

} // namespace flowglass::quality
