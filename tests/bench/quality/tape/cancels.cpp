// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/cancels.h"

#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <array>

namespace flowglass::quality {

namespace {

constexpr double kCancels = 1.5e-4;
constexpr double kMistyped = 0.5;

struct Neighbours
{
    bool earlier = false; // of the contract and day
    bool between = false; // between the print and its cancel
    bool alike = false;
};

Neighbours neighbours(const std::vector<Print>& prints, std::size_t row, std::int64_t cancelMs)
{
    const Print& print = prints[row];
    const std::int32_t day = sessions::dayOf(print.ms);
    Neighbours found;
    const auto look = [&](const Print& other) {
        found.alike = found.alike || (other.cents == print.cents && other.size == print.size &&
                                      other.exchange == print.exchange);
    };
    for (std::size_t at = row; at-- > 0 && sessions::dayOf(prints[at].ms) == day;) {
        if (prints[at].contract != print.contract)
            continue;
        found.earlier = true;
        look(prints[at]);
    }
    for (std::size_t at = row + 1; at < prints.size() && prints[at].ms <= cancelMs; ++at) {
        if (prints[at].contract != print.contract)
            continue;
        found.between = true;
        look(prints[at]);
    }
    return found;
}

std::uint8_t cancelCondition(const Neighbours& found)
{
    if (found.between)
        return found.earlier ? 201 : 205;
    return found.earlier ? 203 : 207;
}

} // namespace

void addCancels(Rng& rng, std::vector<Print>& prints)
{
    constexpr std::array<double, 4> kTypos = {10.0, 0.1, 2.0, 0.5};
    const std::size_t ordinary = prints.size();
    for (auto left = int(kCancels * double(ordinary)); left > 0;) {
        const auto row = std::size_t(rng.below(int(ordinary)));
        Print& print = prints[row];
        const bool mistyped = rng.chance(kMistyped);
        const std::int64_t cancelMs = print.ms + std::int64_t(rng.between(1.0, 60.0) * 1000.0);
        const bool single = print.condition == 209 || print.condition == 227;
        if (print.event >= 0 || print.busted || !single ||
            sessions::dayOf(cancelMs) != sessions::dayOf(print.ms))
            continue;
        const std::int32_t was = print.cents;
        if (mistyped)
            print.cents = std::max(1, int(was * kTypos[std::size_t(rng.below(4))]));
        const Neighbours found = neighbours(prints, row, cancelMs);
        if (found.alike || (mistyped && print.cents == was)) {
            print.cents = was;
            continue;
        }
        print.busted = true;
        Print cancel = print;
        cancel.ms = cancelMs;
        cancel.condition = cancelCondition(found);
        cancel.busted = false;
        prints.push_back(cancel);
        --left;
    }
}

} // namespace flowglass::quality
