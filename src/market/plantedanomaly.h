// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QJsonObject>

#include <cstdint>
#include <string>
#include <vector>

namespace flowglass::market {

// The label of one thing the generator planted into its tape, kept aside for evaluation: no client sees it.
struct PlantedAnomaly
{
    enum class Kind { Block, Sweep, Burst, Price };
    enum class Strength { Weak, Medium, Strong };

    Kind kind = Kind::Block;
    Strength strength = Strength::Weak;
    std::string ticker;
    domain::UnixMs from; // of its first print
    domain::UnixMs to;   // of its last print so far
    std::vector<std::uint64_t> sequences; // of its prints so far, in order
};

const char* toWord(PlantedAnomaly::Kind kind);         // "block", "sweep", "burst", "price"
const char* toWord(PlantedAnomaly::Strength strength); // "weak", "medium", "strong"
// {"kind":"sweep","strength":"strong","ticker":"O:...","from_ms":...,"to_ms":...,"sequences":[...]}
QJsonObject toJson(const PlantedAnomaly& planted);

} // namespace flowglass::market
