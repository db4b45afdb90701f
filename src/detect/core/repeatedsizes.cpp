// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/repeatedsizes.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

namespace {

constexpr std::uint32_t kLargest = (1U << 24) - 1;
constexpr double kForgotten = 0.2; // a fading count below it: the next one begins a new series
constexpr double kHighest = 255.0; // count that fits

std::uint16_t fixed(double count)
{
    return std::uint16_t(std::lround(std::clamp(count, 0.0, kHighest) * 256.0));
}

} // namespace

const RepeatedSizes::Entry& RepeatedSizes::add(std::uint32_t size, std::uint32_t second)
{
    size = std::min(size, kLargest);
    const auto age = [](const Entry& of) { return of.times() == 0 ? 0U : of.second + 1; };
    Entry* place = &m_entries.front();
    for (Entry& entry : m_entries) {
        if (entry.times() > 0 && entry.size() == size) {
            place = &entry;
            break;
        }
        if (age(entry) < age(*place))
            place = &entry;
    }
    const std::uint32_t passed = std::max(second, place->second) - place->second;
    const double left = place->count() * std::exp(-double(passed) / kFadeSeconds);
    if (place->times() == 0 || place->size() != size || left < kForgotten) {
        *place = {size << 8 | 1U, second, fixed(1.0), 0};
        return *place;
    }
    place->sizeAndTimes += place->times() < kMostTimes ? 1U : 0U;
    place->second += passed;
    place->fading = fixed(left + 1.0);
    place->span = std::uint16_t(std::min(place->span + passed, 65'535U));
    return *place;
}

bool RepeatedSizes::takeBack(std::uint32_t size)
{
    const auto entry = std::ranges::find_if(m_entries, [size](const Entry& of) {
        return of.times() > 0 && of.size() == std::min(size, kLargest);
    });
    if (entry == m_entries.end())
        return false;
    entry->sizeAndTimes -= 1;
    entry->fading = fixed(entry->count() - 1.0);
    return true;
}

} // namespace flowglass::detect
