// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace flowglass::models {

// Where the size of one order lies among earlier ones. Bins are each twice as wide as the one before (1, 2-3,
// 4-7, …), from 1 to the largest size there is, without holes.
struct SizePicture
{
    struct Bin
    {
        std::uint64_t own = 0;          // earlier orders of this contract
        std::uint64_t ofUnderlying = 0; // of its underlying's other contracts
        bool operator==(const Bin&) const = default;
    };
    std::vector<Bin> bins;
    std::size_t marked = 0; // bin of this order
    std::uint32_t size = 0; // of this order, contracts
    static std::uint32_t lowerEdge(std::size_t bin) { return 1U << bin; }
    bool operator==(const SizePicture&) const = default;
};

// How many orders came in each of equal slots of time, and what is usual.
struct CountPicture
{
    struct Slot
    {
        std::uint32_t count = 0;
        bool marked = false; // of the burst
        bool operator==(const Slot&) const = default;
    };
    std::vector<Slot> slots; // oldest first; the last ends with the burst
    std::chrono::milliseconds slotWidth{0};
    double expected = 0.0; // in one slot
    bool operator==(const CountPicture&) const = default;
};

// The last prices of a contract, and what was to be expected.
struct PriceTrack
{
    struct Point
    {
        std::int64_t ms = 0;
        double dollars = 0.0;
        bool marked = false; // flagged
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points; // by time
    double expected = 0.0;     // dollars, at the marked ones
    double tolerance = 0.0;    // dollars up and down that are usual from print to print
    bool operator==(const PriceTrack&) const = default;
};

// One reason as a drawing. A value; empty when there is nothing to compare with.
struct EvidencePicture
{
    std::variant<std::monostate, SizePicture, CountPicture, PriceTrack> shape;
    QString caption;     // one line above the drawing
    QString description; // the same facts as sentences, for those who cannot see it
    bool isEmpty() const { return std::holds_alternative<std::monostate>(shape); }
    bool operator==(const EvidencePicture&) const = default;
};

// `own`, `underlying`: sizes of earlier orders of the contract, and of the other contracts of its underlying.
EvidencePicture sizePicture(std::span<const std::uint32_t> own, std::span<const std::uint32_t> underlying,
                            std::uint32_t marked);

// The burst fills `window` before and including `end`, with `seen` in it. Nothing is known before `from`.
struct CountSpan
{
    std::int64_t fromMs = 0;
    std::int64_t endMs = 0;
    std::chrono::milliseconds window{0};
    double expected = 0.0;  // in the window
    std::uint64_t seen = 0; // in it, as the detector says: older ones may be stored no more
};
// `what`: "Orders", "Orders of 45 contracts". Times in any order.
EvidencePicture countPicture(std::span<const std::int64_t> timesMs, const CountSpan& span, const QString& what);

EvidencePicture priceTrack(std::span<const PriceTrack::Point> points, double expected);

} // namespace flowglass::models
